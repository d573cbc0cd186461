// The three tabs of Marvin's page on variety, against the simulated model of bench/variety.ts: ten names in one
// request, in five that show what came before, in five that do not; and with a unique rule. Run: npx tsx bench/marvin-tabs.ts
import { setMaxListeners } from 'node:events';
import { runVariety, type VarietyRun } from '#core/engine/testing/variety-run.ts';

// Many requests listen to one stop; that is no leak.
setMaxListeners(0);

const seeds = Array.from({ length: 40 }, (_, index) => index + 1);
const model = { poolSize: 200, exponent: 1.8, honour: 0.9, cellCount: 1, cellHonour: 0.95 };
const off = { avoidRecent: 0, askAgain: 0 };
const shown = { avoidRecent: 100, askAgain: 0 };
const ten = { rowCount: 10, concurrency: 1, unique: false };
const tabs: readonly (readonly [string, Omit<VarietyRun, 'model'>])[] = [
  ['1 × 10', { ...ten, rowsPerRequest: 10, variety: off }],
  ['5 × 2, earlier names shown', { ...ten, rowsPerRequest: 2, variety: shown }],
  ['5 × 2, nothing shown', { ...ten, rowsPerRequest: 2, variety: off }],
  [
    '5 × 2 in parallel, unique rule',
    { rowCount: 10, concurrency: 5, unique: true, rowsPerRequest: 2, variety: {} },
  ],
];
for (const [name, run] of tabs) {
  let distinct = 0;
  for (const seed of seeds) {
    const { names } = await runVariety({ ...run, model: { ...model, seed } });
    distinct += new Set(names).size;
  }
  console.log(`| ${name} | ${(distinct / seeds.length).toFixed(1)} |`);
}
