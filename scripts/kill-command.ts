// Kills the command line by SIGKILL over and over, tears the tail of its journal, resumes, and prints
// the account: `npx tsx scripts/kill-command.ts --kills 100`. Ends with 1 when a row was lost.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { shopDesign } from '../e2e/support/designs.ts';
import { ScriptedProvider } from '../e2e/support/scripted-provider.ts';
import { createRandom } from '../src/core/base/random.ts';
import { foldJournal } from '../src/core/engine/checkpoint.ts';
import { readJournalLines } from '../src/core/engine/journal-lines.ts';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } },
});

const kills = Number(values.kills);
const random = createRandom(Number(values.seed), 'kills');
const concurrency = 4;
const rows = kills * 20 + 100;
/** Every so many kills the last line is torn as well, as a power cut would. */
const tornEvery = 4;

const folder = await mkdtemp(join(tmpdir(), 'rowsmith-kill-'));
const design = join(folder, 'shop.json');
const out = join(folder, 'rows.jsonl');
const journal = `${out}.journal`;
await writeFile(design, JSON.stringify(shopDesign({ rows })));
const provider = await ScriptedProvider.start();
provider.behave({ kind: 'drip', delayMs: 20 });

interface Child {
  readonly ended: Promise<number | null>;
  readonly kill: () => void;
}

function start(isResumed: boolean): Child {
  const words = ['--base-url', provider.baseUrl, '--model', 'm', '--concurrency', `${concurrency}`];
  const command = ['src/cli/main.ts', 'run', design, '--out', out, ...words];
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', ...command, ...(isResumed ? ['--resume'] : [])],
    { stdio: 'ignore' },
  );
  return {
    ended: new Promise((resolve) => child.once('exit', resolve)),
    kill: () => child.kill('SIGKILL'),
  };
}

async function keptRows(): Promise<ReadonlySet<number>> {
  try {
    const { rows: kept } = foldJournal(readJournalLines(await readFile(journal)).records);
    return new Set(Object.values(kept).flatMap((list) => list.map(({ row }) => row)));
  } catch {
    return new Set();
  }
}

async function untilAsked(count: number): Promise<void> {
  while (provider.asked.length <= count) await sleep(5);
}

const sleep = (delayMs: number) => new Promise((resolve) => setTimeout(resolve, delayMs));

async function tear(): Promise<void> {
  const { size } = await stat(journal);
  await truncate(journal, size - 1 - random.below(Math.min(200, size - 1), size % 1_000, 2));
}

let lostRows = 0;
let askedAgain = 0;
let torn = 0;
let kept: ReadonlySet<number> = new Set();
let done = 0;
for (; done < kills; done += 1) {
  const asked = provider.asked.length;
  const child = start(kept.size > 0);
  await untilAsked(asked);
  await sleep(50 + random.below(250, done, 0));
  child.kill();
  await child.ended;
  const now = await keptRows();
  lostRows += [...kept].filter((row) => !now.has(row)).length;
  const again = provider.asked.slice(asked).flatMap(({ rows: numbers }) => numbers);
  askedAgain += again.filter((number) => kept.has(number - 1)).length;
  kept = now;
  if (done % tornEvery === tornEvery - 1 && kept.size > 0) {
    await tear();
    torn += 1;
    kept = await keptRows();
  }
  if (kept.size >= rows) break;
}
provider.behave({ kind: 'answer' });
const code = await start(kept.size > 0).ended;
const lines = (await readFile(out, 'utf8')).trim().split('\n');
const titles = new Set(lines.map((line) => String((JSON.parse(line) as { title: unknown }).title)));
await provider.stop();
await rm(folder, { recursive: true });
console.table([
  {
    kills: done,
    tornTails: torn,
    lostRows,
    acceptedRowsAskedAgain: askedAgain,
    exitCode: code,
    rows: lines.length,
    expectedRows: rows,
    differentRows: titles.size,
  },
]);
const isSound =
  lostRows === 0 && askedAgain === 0 && lines.length === rows && titles.size === rows && code === 0;
process.exit(isSound ? 0 : 1);
