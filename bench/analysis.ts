// Sort, filter, group and correlate a million rows and find a median, ours and DuckDB-WASM in turn in one
// process, and the profile of a million rows. Read the ratios. DuckDB weighs 140 MB, so it is no dependency;
// for this measurement: npm install --no-save @duckdb/duckdb-wasm@1.32.0 && npx tsx bench/analysis.ts [rows]
import { profileColumn } from '#core/analysis/column-profile.ts';
import { groupNumbers, pearsonOf } from '#core/analysis/pair-statistics.ts';
import { finiteNumbers, quantilesOf } from '#core/analysis/sort-order.ts';
import { readCodes, readNumbers } from '#core/analysis/vectors.ts';
import { sortOrder } from '#core/base/number-order.ts';
import { createRandom } from '#core/base/random.ts';
import { arrangeRows } from '#core/rows/arrange-rows.ts';
import { createColumnarStore } from '#core/rows/columnar-store.ts';
import { everyRow } from '#core/rows/row-query.ts';
import { openDuckDb } from './support/duckdb.ts';
import { median } from './support/median.ts';
import { threadMs } from './support/thread-time.ts';

const rowCount = Number(process.argv[2] ?? 1_000_000);
const turns = 7;
/** Turns before those that count, in which both sides are compiled. */
const warmUps = 3;
/** What a turn of both sides should take at least; quick operations are repeated until it does, both sides alike. */
const turnMs = 100;
const kinds = ['Electronics', 'Books', 'Toys', 'Garden', 'Food'];

const random = createRandom(42, 'bench');
const price = Float64Array.from(
  { length: rowCount },
  (_, row) => Math.round(random.float(row, 0) * 20_000) / 100,
);
const size = price.map((value, row) => Math.round(value * 2 + random.float(row, 1) * 100));
const kind = Array.from({ length: rowCount }, (_, row) => kinds[random.below(5, row, 2)] ?? '');

const store = createColumnarStore([
  { id: 'price', storage: 'number' },
  { id: 'size', storage: 'number' },
  { id: 'kind', storage: 'text' },
]);
store.resize(rowCount);
for (let row = 0; row < rowCount; row += 1) {
  store.setValue('price', row, price[row] ?? 0);
  store.setValue('size', row, size[row] ?? 0);
  store.setValue('kind', row, kind[row] ?? '');
}

const weight = Float64Array.from({ length: rowCount }, (_, row) => random.float(row, 3));
const count = await openDuckDb({ price, size, kind, weight });
const query = (sql: string) => () => count(sql);
const pairs: readonly (readonly [string, () => unknown, () => unknown])[] = [
  [
    'sort by a number',
    () => sortOrder(readNumbers(store, 'price')),
    query('select rowid from rows order by price'),
  ],
  [
    'sort by a number of 16 digits',
    () => sortOrder(weight),
    query('select rowid from rows order by weight'),
  ],
  [
    'filter kind and price',
    () =>
      arrangeRows(
        store,
        {
          ...everyRow,
          filters: [
            { kind: 'one-of', columnId: 'kind', values: ['Toys'] },
            { kind: 'range', columnId: 'price', low: 60 },
          ],
        },
        new Set(),
      ),
    query("select rowid from rows where kind = 'Toys' and price >= 60"),
  ],
  [
    'group and sum',
    () => groupNumbers(readCodes(store, 'kind'), readNumbers(store, 'price')),
    query('select kind, sum(price), avg(price), count(*) from rows group by kind'),
  ],
  [
    'correlate',
    () => pearsonOf(readNumbers(store, 'price'), readNumbers(store, 'size')),
    query('select corr(price, size) from rows'),
  ],
  [
    'median',
    () => quantilesOf(finiteNumbers(readNumbers(store, 'price')), [0.5]),
    query('select median(price) from rows'),
  ],
];

/** The time of one of so many runs. */
function timeMs(run: () => unknown, runs = 1): number {
  const start = threadMs();
  for (let done = 0; done < runs; done += 1) run();
  return (threadMs() - start) / runs;
}

console.log(`${rowCount.toLocaleString('en')} rows, median of ${turns} turns`);
console.table(
  pairs.map(([name, ours, theirs]) => {
    const times: [number[], number[]] = [[], []];
    let runs = 1;
    for (let turn = 0; turn < warmUps + turns; turn += 1) {
      times[0].push(timeMs(ours, runs));
      times[1].push(timeMs(theirs, runs));
      runs = Math.ceil(turnMs / ((times[0].at(-1) ?? 0) + (times[1].at(-1) ?? 0)));
    }
    const [own, other] = times.map((all) => median(all.slice(warmUps))) as [number, number];
    return {
      name,
      'ours ms': Number(own.toFixed(1)),
      'DuckDB-WASM ms': Number(other.toFixed(1)),
      'times faster': Number((other / own).toFixed(1)),
    };
  }),
);
console.table(
  ['price', 'size', 'kind'].map((id) => ({
    profile: id,
    ms: Math.round(timeMs(() => profileColumn(store, id))),
  })),
);
