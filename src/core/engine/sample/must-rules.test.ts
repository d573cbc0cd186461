import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDesign } from '#core/design/check.ts';
import { brokenRows } from '#core/engine/broken-rows.contract.ts';
import { designOf, fillTable, type TestColumn } from '#core/engine/filled-table.contract.ts';

const names = ['a', 'b', 'c', 'd'] as const;

const distribution = fc.oneof(
  fc.constantFrom(
    { kind: 'uniform', low: 0, high: 10 } as const,
    { kind: 'uniform', low: 2, high: 6 } as const,
    { kind: 'gaussian', mean: 5, stddev: 2, low: 0, high: 10 } as const,
    { kind: 'gaussian', mean: 5, stddev: 1 } as const,
    { kind: 'poisson', mean: 4 } as const,
  ),
);
const numberFill = fc
  .tuple(distribution, fc.constantFrom(0, 1, undefined))
  .map(([law, places]) => ({
    ...({ kind: 'number', distribution: law } as const),
    ...(places === undefined ? {} : { decimalPlaces: places }),
  }));

const kindOfRow: TestColumn = {
  name: 'kind',
  type: 'text',
  fill: { kind: 'category', values: ['x', 'y'].map((value) => ({ value, weight: 1 })) },
};

/** One of the numbers: plain, with a table of conditions, null or skipped in some rows, or a line over another one. */
function numberColumn(name: string, index: number): fc.Arbitrary<TestColumn> {
  const common = { name, type: 'decimal' } as const;
  const plain = numberFill.map((fill) => ({ ...common, fill }));
  const forms: fc.Arbitrary<TestColumn>[] = [
    plain,
    plain,
    plain.map((column) => ({ ...column, nullRate: 0.3 })),
    plain.map((column) => ({ ...column, skip: "kind == 'y'" })),
    plain.map((column) => ({ ...column, convertTo: 'int' })),
    fc.tuple(plain, numberFill).map(([column, fill]) => ({
      ...column,
      conditionalParams: [{ when: "kind == 'x'", fill }],
    })),
  ];
  const line = fc.constantFrom('uniform', 'gaussian').map((kind) => ({
    ...common,
    fill: {
      ...{
        kind: 'formula',
        expression: `${names[index - 1] ?? 'a'} * 2 * (1.5 if kind == 'x' else 1)`,
      },
      noise: { kind, amount: 0.1, relative: true },
    },
  })) as fc.Arbitrary<TestColumn>;
  return fc.oneof(...forms, ...(index === 0 ? [] : [line]));
}

const column = fc.constantFrom(...names);
const operator = fc.constantFrom('<', '<=', '>', '>=');
const factor = fc.constantFrom(-1, 0.5, 1, 2);
const expression = fc.oneof(
  fc.tuple(column, operator, column).map((parts) => parts.join(' ')),
  fc.tuple(column, operator, fc.integer({ min: 0, max: 10 })).map((parts) => parts.join(' ')),
  fc
    .tuple(factor, column, factor, column, operator, fc.integer({ min: -5, max: 20 }))
    .map(([f, a, g, b, sign, end]) => `${f} * ${a} + ${g} * ${b} ${sign} ${end}`),
  fc.tuple(column, operator, column).map(([a, sign, b]) => `${a} is none or ${a} ${sign} ${b}`),
);
const copula = fc.constantFrom(-0.7, 0.5, 0.9).map((r) => ({
  ...{ id: 'k', columns: ['a', 'b'] },
  matrix: [
    [1, r],
    [r, 1],
  ],
}));

describe('must-rules over drawn numbers', () => {
  it('hold in every row, or are named, whatever else the columns do', () => {
    let count = 0;
    let kept = 0;
    fc.assert(
      fc.property(
        fc.tuple(...names.map(numberColumn)),
        fc.array(expression, { minLength: 1, maxLength: 3 }),
        fc.option(copula, { nil: undefined }),
        (columns, written, coupled) => {
          // What rows do with formulas is measured, not promised.
          const formulas = columns.filter(({ fill }) => fill.kind === 'formula');
          const expressions = written.filter(
            (text) => !formulas.some(({ name }) => new RegExp(`\\b${name}\\b`).test(text)),
          );
          const design = designOf([kindOfRow, ...columns], {
            constraints: expressions.map((one, index) => ({
              ...({ id: `r${index}`, kind: 'expression', expression: one } as const),
            })),
            ...(coupled === undefined ? {} : { copulas: [coupled] }),
          });
          const found = checkDesign(design);
          fc.pre(!found.some(({ severity }) => severity === 'error'));
          const named = new Set(
            found.map(({ path }) => (path[0] === 'constraints' ? path[1] : -1)),
          );
          // A cell that a named rule leaves nothing breaks the other rules of its column too.
          const isNamed = (id: string): boolean =>
            expressions.some((text, place) => named.has(place) && text.includes(id));
          const broken = brokenRows(design, fillTable(design, 40));
          const open = broken.filter(
            ({ constraint, failed }) =>
              !named.has(constraint) && (failed === undefined || !isNamed(failed)),
          );
          count += expressions.length;
          kept += expressions.length - named.size;
          expect(named.has(-1) ? [] : open).toEqual([]);
        },
      ),
      // Of random designs about one in fifteen hundred is neither held nor named; see decision 23.
      { numRuns: 300, seed: 23 },
    );
    expect(kept).toBeGreaterThan(count / 3);
  });
});
