// How soon a design that no row can meet is named, with the rule to blame: while typing, before any
// draw. The limit is 200 ms; the ratio says what part of it the slowest design takes.
// Run: npx tsx bench/infeasible.ts [columns]
import { checkDesign } from '#core/design/check.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { designSchema } from '#core/design/design-schema.ts';

const columnCount = Number(process.argv[2] ?? 200);
const limitMs = 200;
const turns = 9;

const numberColumn = (index: number) => ({
  id: `c${index}`,
  name: `c${index}`,
  type: 'decimal',
  fill: { kind: 'number', distribution: { kind: 'uniform', low: 0, high: 100 } },
});

/** Rules from each column to the next, and one that cannot hold together with the columns or with them. */
function designOf(last: string): DatasetDesign {
  const chain = Array.from({ length: columnCount - 1 }, (_, index) => `c${index} < c${index + 1}`);
  return designSchema.parse({
    version: 1,
    rows: 1_000_000,
    columns: Array.from({ length: columnCount }, (_, index) => numberColumn(index)),
    constraints: [...chain, last].map((expression, index) => ({
      id: `r${index}`,
      kind: 'expression',
      expression,
    })),
  });
}

const designs: readonly (readonly [what: string, design: DatasetDesign])[] = [
  ['a bound outside of a law', designOf('c0 > 120')],
  ['a circle of comparisons', designOf(`c${columnCount - 1} < c0`)],
  ['two rules that contradict each other', designOf('c1 < 0 and c0 > 1')],
];

let slowest = 0;
for (const [what, design] of designs) {
  const times = Array.from({ length: turns }, () => {
    const start = performance.now();
    const found = checkDesign(design).filter(({ severity }) => severity === 'error');
    if (found.length === 0) throw new Error(`Nothing was found: ${what}.`);
    return performance.now() - start;
  });
  const median = times.toSorted((first, second) => first - second)[Math.floor(turns / 2)] ?? 0;
  slowest = Math.max(slowest, median);
  console.log(`${what}: ${median.toFixed(1)} ms, ${(median / limitMs).toFixed(3)} of the limit`);
}
console.log(
  `slowest of ${columnCount} columns: ${(slowest / limitMs).toFixed(3)} of ${limitMs} ms`,
);
