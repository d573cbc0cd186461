// How fast rows are read out of a streamed answer, as ratios: against a reader that waits for the end,
// joins the pieces and parses once, and against itself with ten times the rows. Run: npx tsx bench/reader.ts
import { createRowScanner } from '#core/llm/row-scanner.ts';
import { createRowSource } from '#core/llm/row-source.ts';
import type { TaskField } from '#core/llm/row-task.ts';

const deltaLength = 4;
const rounds = 7;

function answerOf(rowCount: number): string {
  const rows = Array.from({ length: rowCount }, (_, index) => ({
    row: index + 1,
    name: `Product "${index}" of the line`,
    price: index * 1.25,
    tags: ['one', 'two', 'three'],
    description: `Number ${index} is a careful thing. `.repeat(9),
  }));
  return JSON.stringify({ rows });
}

function deltasOf(text: string): readonly string[] {
  const deltas: string[] = [];
  for (let start = 0; start < text.length; start += deltaLength)
    deltas.push(text.slice(start, start + deltaLength));
  return deltas;
}

function scan(deltas: readonly string[]): number {
  const scanner = createRowScanner({
    fieldNames: ['name', 'price', 'tags', 'description'],
    rowKey: 'row',
  });
  let count = 0;
  for (const delta of deltas) count += scanner.push(delta).length;
  return count + scanner.end().rows.length;
}

function bestMs(work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

function measure(rowCount: number): { readonly scanMs: number; readonly parseMs: number } {
  const text = answerOf(rowCount);
  const deltas = deltasOf(text);
  if (scan(deltas) !== rowCount) throw new Error(`Not all of ${rowCount} rows were read.`);
  return {
    scanMs: bestMs(() => scan(deltas)),
    parseMs: bestMs(() => JSON.parse(deltas.join('')) as unknown),
  };
}

const fields: readonly TaskField[] = [
  { name: 'name', description: '', type: 'text' },
  { name: 'price', description: '', type: 'decimal' },
  { name: 'tags', description: '', type: 'list' },
  { name: 'description', description: '', type: 'text' },
];

/** The reader of a run, which takes any form. */
function readAny(deltas: readonly string[]): number {
  const source = createRowSource({ fields, rowKey: 'row' });
  let count = 0;
  for (const delta of deltas) count += source.push(delta).length;
  return count + source.end(true).rows.length;
}

function csvOf(rowCount: number): string {
  const lines = Array.from(
    { length: rowCount },
    (_, index) =>
      `${index + 1},"Product ""${index}"" of the line",${index * 1.25},"[""one"",""two""]","${`Number ${index} is a careful thing. `.repeat(9)}"`,
  );
  return ['row,name,price,tags,description', ...lines].join('\n');
}

function columnsOf(rowCount: number): string {
  const indices = Array.from({ length: rowCount }, (_, index) => index);
  return JSON.stringify({
    columns: ['row', 'name', 'price', 'tags', 'description'],
    rows: indices.map((index) => [
      index + 1,
      `Product "${index}" of the line`,
      index * 1.25,
      ['one', 'two', 'three'],
      `Number ${index} is a careful thing. `.repeat(9),
    ]),
  });
}

/** Milliseconds for a row among 10,000 over those for a row among 1,000. */
function growth(name: string, write: (rowCount: number) => string): string {
  const [smallMs = 0, largeMs = 0] = [1_000, 10_000].map((rowCount) => {
    const deltas = deltasOf(write(rowCount));
    if (readAny(deltas) !== rowCount) throw new Error(`Not all of ${rowCount} rows were read.`);
    return bestMs(() => readAny(deltas)) / rowCount;
  });
  return `${name}: ${format(largeMs / smallMs)}, ${format(largeMs * 10_000)} ms for 10,000`;
}

const format = (value: number): string => value.toFixed(2);
const small = measure(1_000);
const large = measure(10_000);
console.log(`scan 10,000 rows: ${format(large.scanMs)} ms`);
console.log(`join and parse 10,000 rows at the end: ${format(large.parseMs)} ms`);
console.log(`scan / join and parse: ${format(large.scanMs / large.parseMs)} (goal ≤ 1.5)`);
console.log(`10,000 / 1,000 rows: ${format(large.scanMs / small.scanMs)} (goal ≤ 11)`);
console.log('time for a row among 10,000 over that among 1,000 (goal ≤ 1.3):');
console.log(`  ${growth('JSON', answerOf)}`);
console.log(`  ${growth('CSV', csvOf)}`);
console.log(`  ${growth('columns and rows', columnsOf)}`);
