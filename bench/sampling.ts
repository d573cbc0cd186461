// Sampling in a worker against a loop that makes Faker objects, and against the random numbers alone,
// which are the floor. Read the ratios: all sides run in one worker, turn by turn, and each ratio is the
// median of the turns' own. Identifiers and plain templates are made when they are read; Faker makes
// them at once, so there is a line with every cell read as well. Memory that was given back and is touched
// again may cost as much as filling it, on virtual machines above all: one line fills what is at hand.
// Run: npx tsx bench/sampling.ts [rows]
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread, Worker } from 'node:worker_threads';
import type { DatasetDesign } from '#core/design/design.ts';
import { median } from './support/median.ts';
import {
  conditionalDesigns,
  fill,
  randomOnly,
  sample,
  sampleAndRead,
  tenColumns,
  withFaker,
} from './support/sampling-sides.ts';
import { threadMs } from './support/thread-time.ts';

const rowCount = Number(process.argv[2] ?? 1_000_000);
const turns = 5;
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What others have left is swept up before; the second time, because the first leaves some of it for later. */
function timeMs(run: () => unknown): number {
  collectGarbage();
  collectGarbage();
  const start = threadMs();
  run();
  return threadMs() - start;
}

/** What lives on the heap and in arrays once all that is left over is swept up. */
function memoryBytes(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function measure(): void {
  const design = tenColumns();
  const plain = { ...design, columns: design.columns.filter(({ id }) => id !== 'title') };
  const [unconditional, conditional] = conditionalDesigns();
  const bytesBefore = memoryBytes();
  const kept = sample(design, rowCount);
  const bytesPerRow = (memoryBytes() - bytesBefore) / rowCount;
  const candidates: readonly (readonly [name: string, run: () => unknown])[] = [
    ['random numbers only', () => randomOnly(rowCount)],
    ['nine columns', () => sample(plain, rowCount)],
    ['ten columns', () => sample(design, rowCount)],
    ['category and price', () => sample(unconditional, rowCount)],
    ['category and conditional price', () => sample(conditional, rowCount)],
    ['ten columns, memory at hand', () => fill(design, kept)],
    ['ten columns, every cell read', () => sampleAndRead(design, rowCount)],
    // Last, for a million objects leave much to give back.
    ['Faker objects', () => withFaker(rowCount)],
  ];
  const placeOf = (name: string): number => candidates.findIndex(([one]) => one === name);
  const slow = placeOf('Faker objects');
  const times = candidates.map((): number[] => []);
  for (let turn = 0; turn < turns; turn += 1)
    candidates.forEach(([, run], index) => times[index]?.push(timeMs(run)));
  const ratio = (index: number, to: number): number =>
    Number(
      median((times[to] ?? []).map((ms, turn) => ms / (times[index]?.[turn] ?? ms))).toFixed(2),
    );
  console.log(`${rowCount.toLocaleString('en')} rows, median of ${turns}`);
  console.table(
    candidates.map(([name], index) => ({
      name,
      ms: Math.round(median(times[index] ?? [])),
      'times Faker': ratio(index, slow),
      'cost in random numbers': Number(
        median((times[index] ?? []).map((ms, turn) => ms / (times[0]?.[turn] ?? ms))).toFixed(1),
      ),
    })),
  );
  console.log(`Ten columns take ${bytesPerRow.toFixed(1)} bytes a row, heap and arrays.`);
  const cost = ratio(placeOf('category and price'), placeOf('category and conditional price'));
  console.log(`A conditional column costs ${cost} times a plain one.`);
  perColumn(plain);
}

function perColumn(plain: DatasetDesign): void {
  console.table(
    plain.columns.map((column) => {
      const kept = column.id === 'line' ? ['category', 'line'] : [column.id];
      const alone = { ...plain, columns: plain.columns.filter(({ id }) => kept.includes(id)) };
      return { column: kept.join(' + '), ms: Math.round(timeMs(() => sample(alone, rowCount))) };
    }),
  );
}

/** A worker has to be told how to read TypeScript. */
const start = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(import.meta.url)}); })`;
if (isMainThread) new Worker(start, { eval: true, argv: process.argv.slice(2) });
else measure();
