// How fast rows are read out of a streamed answer, as ratios: against a reader that waits for the end,
// joins the pieces and parses once, and against itself with ten times the rows. Run: npx tsx bench/reader.ts
import { createRowScanner } from '#core/llm/row-scanner.ts';

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

const small = measure(1_000);
const large = measure(10_000);
const format = (value: number): string => value.toFixed(2);
console.log(`scan 10,000 rows: ${format(large.scanMs)} ms`);
console.log(`join and parse 10,000 rows at the end: ${format(large.parseMs)} ms`);
console.log(`scan / join and parse: ${format(large.scanMs / large.parseMs)} (goal ≤ 1.5)`);
console.log(`10,000 / 1,000 rows: ${format(large.scanMs / small.scanMs)} (goal ≤ 11)`);
