/**
 * CSV of 200,000 rows: our byte writer against Papa Parse on row objects. Prints the median time of
 * each and its ratio to Papa Parse; ratios travel between machines, milliseconds do not.
 * Run with `npx tsx bench/export.ts`.
 */
import Papa from 'papaparse';
import { createRandom } from '#core/base/random.ts';
import { createCsvWriter } from '#core/export/csv-writer.ts';
import { createJsonlWriter } from '#core/export/jsonl-writer.ts';
import type { ByteSink, ExportBatch, RowWriter } from '#core/export/row-writer.ts';
import { valueKind } from '#core/export/value-kind.ts';

const rowCount = 200_000;
const batchRows = 2048;
const rounds = 3;
const names = ['id', 'kind', 'size', 'price', 'title', 'sold', 'review'];

function makeColumns(): (number | string | boolean)[][] {
  const random = createRandom(7, 'bench');
  const columns: (number | string | boolean)[][] = names.map(() => []);
  for (let row = 0; row < rowCount; row += 1) {
    const values = [
      row,
      ['OLED', 'QLED', 'LED'][random.below(3, row, 0)] ?? '',
      32 + random.below(50, row, 1),
      Math.round(random.float(row, 2) * 300_000) / 100,
      `Model ${random.below(100_000, row, 3)} series ${random.below(9, row, 4)}`,
      random.float(row, 5) < 0.5,
      `A bright panel with ${random.below(900, row, 6)} nits, quiet speakers and a stand that fits small rooms.`,
    ];
    values.forEach((value, index) => columns[index]?.push(value));
  }
  return columns;
}

function* batchesOf(columns: readonly (readonly (number | string | boolean)[])[]) {
  for (let start = 0; start < rowCount; start += batchRows) {
    const end = Math.min(start + batchRows, rowCount);
    const batch: ExportBatch = {
      rows: Array.from({ length: end - start }, (_, index) => start + index),
      columns: columns.map((column) => column.slice(start, end)),
    };
    yield batch;
  }
}

const columns = makeColumns();
const objects = Array.from({ length: rowCount }, (_, row) =>
  Object.fromEntries(names.map((name, index) => [name, columns[index]?.[row]])),
);

async function write(writer: RowWriter): Promise<number> {
  let sizeBytes = 0;
  const sink: ByteSink = {
    write: (chunk) => {
      sizeBytes += chunk.length;
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
    abort: () => Promise.resolve(),
  };
  const kinds = () => columns.map((column) => valueKind(column));
  await writer.write({ columnNames: names, kinds, batches: batchesOf(columns) }, sink);
  return sizeBytes;
}

function papa(rows: readonly object[]): number {
  return new TextEncoder().encode(Papa.unparse([...rows])).length;
}

function papaChunks(): number {
  let sizeBytes = 0;
  for (let start = 0; start < rowCount; start += 10_000)
    sizeBytes += papa(objects.slice(start, start + 10_000));
  return sizeBytes;
}

function stringifyRows(): number {
  const text = objects.map((row) => JSON.stringify(row)).join('\n');
  return new TextEncoder().encode(text).length;
}

async function median(work: () => number | Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const begin = performance.now();
    await work();
    times.push(performance.now() - begin);
  }
  return times.sort((left, right) => left - right)[Math.floor(rounds / 2)] ?? 0;
}

const cases: readonly [string, () => number | Promise<number>][] = [
  ['Papa Parse, whole, from objects', () => papa(objects)],
  ['Papa Parse, 10,000-row chunks', papaChunks],
  ['CSV writer', () => write(createCsvWriter())],
  ['CSV writer, spreadsheet-safe', () => write(createCsvWriter({ isSpreadsheetSafe: true }))],
  ['JSON.stringify of objects', stringifyRows],
  ['JSON Lines writer', () => write(createJsonlWriter())],
];

console.log(`${rowCount.toLocaleString('en')} rows, ${names.length} columns`);
let reference = 0;
for (const [name, work] of cases) {
  const timeMs = await median(work);
  reference ||= timeMs;
  const ratio = (timeMs / reference).toFixed(2);
  console.log(`${name.padEnd(34)} ${timeMs.toFixed(0).padStart(6)} ms  ${ratio.padStart(5)} ×`);
}
