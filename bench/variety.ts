// Variety and its price: 100 different first names from a model that likes few names best (a simulation:
// Zipf's law over 200 names, exponent 1.8), asked for in six ways through the same prompts. Tokens are four
// characters each, an answered token counts four times. Run: npx tsx bench/variety.ts
import { setMaxListeners } from 'node:events';
import { effectiveCount } from '#core/analysis/text-diversity.ts';
import { runVariety, type VarietyRun } from '#core/engine/testing/variety-run.ts';

// Many requests listen to one stop; that is no leak.
setMaxListeners(0);

const rowCount = 100;
const seeds = Array.from({ length: 8 }, (_, index) => index + 1);
const off = { avoidRecent: 0, askAgain: 0 };
const cacheOnly = { avoidRecent: 100, askAgain: 0 };

interface Way {
  readonly name: string;
  readonly run: Omit<VarietyRun, 'model' | 'rowCount'>;
  readonly cellCount: number;
}

const ways: readonly Way[] = [
  {
    name: 'one row per request, no memory',
    run: { rowsPerRequest: 1, concurrency: 100, unique: false, variety: off },
    cellCount: 1,
  },
  {
    name: '10 rows per request, no memory',
    run: { rowsPerRequest: 10, concurrency: 10, unique: false, variety: off },
    cellCount: 1,
  },
  {
    name: 'one request for 100 rows',
    run: { rowsPerRequest: 100, concurrency: 1, unique: false, variety: off },
    cellCount: 1,
  },
  {
    name: 'Marvin: 10 per call, last 100 shown',
    run: { rowsPerRequest: 10, concurrency: 1, unique: false, variety: cacheOnly },
    cellCount: 1,
  },
  {
    name: 'Rowsmith, unique rule, no attributes',
    run: { rowsPerRequest: 10, concurrency: 10, unique: true, variety: {} },
    cellCount: 1,
  },
  {
    name: 'Rowsmith, unique rule, 20 attributes',
    run: { rowsPerRequest: 10, concurrency: 10, unique: true, variety: {} },
    cellCount: 20,
  },
];

async function measure({ run, cellCount }: Way, honour: number) {
  const sum = { distinct: 0, effective: 0, tokens: 0, rounds: 0 };
  for (const seed of seeds) {
    const model = { seed, poolSize: 200, exponent: 1.8, honour, cellCount, cellHonour: 0.95 };
    const outcome = await runVariety({ ...run, rowCount, model });
    const counts = new Map<string, number>();
    for (const name of outcome.names) counts.set(name, (counts.get(name) ?? 0) + 1);
    sum.distinct += counts.size;
    sum.effective += effectiveCount([...counts.values()]);
    sum.tokens += (outcome.model.inputTokens + 4 * outcome.model.outputTokens) / counts.size;
    sum.rounds += outcome.rounds;
  }
  const mean = (total: number): number => total / seeds.length;
  return {
    distinct: mean(sum.distinct),
    effective: mean(sum.effective),
    tokens: mean(sum.tokens),
    rounds: mean(sum.rounds),
  };
}

for (const honour of [0.9, 0.7, 0.5]) {
  console.log(`\ntaken names are passed over with probability ${honour}`);
  console.log('| way | distinct of 100 | effective N | tokens per distinct name | rounds |');
  console.log('| --- | ---: | ---: | ---: | ---: |');
  for (const way of ways) {
    const { distinct, effective, tokens, rounds } = await measure(way, honour);
    console.log(
      `| ${way.name} | ${distinct.toFixed(1)} | ${effective.toFixed(1)} | ${tokens.toFixed(0)} | ${rounds.toFixed(1)} |`,
    );
  }
}
