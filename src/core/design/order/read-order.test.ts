import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDesign } from '#core/design/check.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { designSchema } from '#core/design/design-schema.ts';
import { narrowingsOf } from '#core/design/narrowing.ts';

interface Comparison {
  readonly left: number;
  readonly right: number;
  readonly offset: number;
  readonly operator: '<' | '<=' | '>' | '>=';
}

const columnCount = 3;
const values = [0, 1, 2, 3, 4];
const laws = fc.array(
  fc.tuple(fc.constantFrom(...values), fc.constantFrom(...values)).map(([a, b]) => ({
    low: Math.min(a, b),
    high: Math.max(a, b),
  })),
  { minLength: columnCount, maxLength: columnCount },
);
/** The right side is a column, or the number 2 where it is `columnCount`. */
const comparisons = fc.array(
  fc
    .record<Comparison>({
      left: fc.nat(columnCount - 1),
      right: fc.nat(columnCount),
      offset: fc.integer({ min: -4, max: 4 }).map((half) => half / 2),
      operator: fc.constantFrom('<', '<=', '>', '>='),
    })
    .filter(({ left, right }) => left !== right),
  { minLength: 1, maxLength: 5 },
);

type Laws = readonly { readonly low: number; readonly high: number }[];

function designFor(own: Laws, rules: readonly Comparison[]): DatasetDesign {
  const nameOf = (index: number) => (index === columnCount ? '2' : `c${index}`);
  return designSchema.parse({
    version: 1,
    columns: own.map(({ low, high }, index) => ({
      id: `c${index}`,
      name: `c${index}`,
      type: 'integer',
      fill: { kind: 'number', distribution: { kind: 'integer', low, high } },
    })),
    constraints: rules.map(({ left, right, offset, operator }, index) => ({
      id: `r${index}`,
      kind: 'expression',
      expression: `${nameOf(left)} + ${offset} ${operator} ${nameOf(right)}`,
    })),
  });
}

/** All rows that keep to the laws and meet the rules, found by trying every one. */
function rowsOf(own: Laws, rules: readonly Comparison[]): readonly (readonly number[])[] {
  let rows: readonly (readonly number[])[] = [[]];
  for (const { low, high } of own)
    rows = rows.flatMap((row) =>
      values.filter((value) => value >= low && value <= high).map((value) => [...row, value]),
    );
  return rows.filter((row) =>
    rules.every(({ left, right, offset, operator }) => {
      const one = (row[left] ?? 0) + offset;
      const other = right === columnCount ? 2 : (row[right] ?? 0);
      if (operator === '<') return one < other;
      if (operator === '<=') return one <= other;
      return operator === '>' ? one > other : one >= other;
    }),
  );
}

/** No law at all; as far out as any five of the comparisons lead, and further. */
const free = { low: -100, high: 100 };

describe('rules about order', () => {
  it('are named just when trying every row finds none that meets them', () => {
    fc.assert(
      fc.property(laws, comparisons, (own, rules) => {
        const { infeasible } = narrowingsOf(designFor(own, rules));
        expect(infeasible.length > 0).toBe(rowsOf(own, rules).length === 0);
      }),
    );
  });

  it('are named with others that no row meets together, and none of which is there in vain', () => {
    fc.assert(
      fc.property(laws, comparisons, (own, rules) => {
        for (const { constraint, others, laws: named } of narrowingsOf(designFor(own, rules))
          .infeasible) {
          const bound = own.map((range, index) =>
            named.some(({ columnId }) => columnId === `c${index}`) ? range : free,
          );
          const culprits = [...others, constraint].flatMap((place) => rules[place] ?? []);
          expect(narrowingsOf(designFor(bound, culprits)).infeasible).toHaveLength(1);
          for (const one of others) {
            const rest = culprits.filter((rule) => rule !== rules[one]);
            expect(narrowingsOf(designFor(bound, rest)).infeasible).toEqual([]);
          }
        }
      }),
      {
        examples: [
          [
            [free, free, free].map(() => ({ low: 0, high: 4 })),
            [
              { left: 0, right: 3, offset: -0.5, operator: '<' },
              { left: 1, right: 3, offset: -0.5, operator: '>=' },
              { left: 1, right: 0, offset: 1, operator: '<' },
            ],
          ],
        ],
      },
    );
  });

  it('leave each column from its least to its greatest number in any row that meets them', () => {
    fc.assert(
      fc.property(laws, comparisons, (own, rules) => {
        const rows = rowsOf(own, rules);
        fc.pre(rows.length > 0);
        const { columns } = narrowingsOf(designFor(own, rules));
        own.forEach((range, index) => {
          const numbers = rows.map((row) => row[index] ?? Number.NaN);
          const { low, high } = columns.get(`c${index}`) ?? range;
          expect([low, high]).toEqual([Math.min(...numbers), Math.max(...numbers)]);
        });
      }),
    );
  });

  it('are taken in decimals where sums of numbers are not exact', () => {
    const column = (id: string) => ({
      id,
      name: id,
      type: 'decimal',
      fill: {
        kind: 'number',
        decimalPlaces: 1,
        distribution: { kind: 'uniform', low: 0, high: 0.3 },
      },
    });
    const design = designSchema.parse({
      version: 1,
      columns: ['a', 'b', 'c', 'd'].map(column),
      constraints: ['a < b', 'b < c', 'c + 0.1 <= d'].map((expression, index) => ({
        id: `r${index}`,
        kind: 'expression',
        expression,
      })),
    });
    const { infeasible, columns } = narrowingsOf(design);
    expect(infeasible).toEqual([]);
    expect(columns.get('d')).toMatchObject({ low: 0.3, high: 0.3 });
  });
});

describe('a long chain of columns', () => {
  const length = 200;
  const chain = Array.from({ length: length - 1 }, (_, index) => `c${index} < c${index + 1}`);

  function designWith(last: string, type: 'decimal' | 'integer' = 'decimal'): DatasetDesign {
    return designSchema.parse({
      version: 1,
      columns: Array.from({ length }, (_, index) => ({
        id: `c${index}`,
        name: `c${index}`,
        type,
        fill: { kind: 'number', distribution: { kind: 'uniform', low: 0, high: 150 } },
      })),
      constraints: [...chain, last].map((expression, index) => ({
        id: `r${index}`,
        kind: 'expression',
        expression,
      })),
    });
  }

  function findingsOf(design: DatasetDesign): readonly (readonly [string, string])[] {
    return checkDesign(design)
      .filter(({ code }) => code === 'infeasible')
      .map(({ path, message }) => [path.join('.'), message] as const);
  }

  it('that bites its tail is named with how many rules it takes', () => {
    expect(findingsOf(designWith('c199 < c0'))).toEqual([
      [
        'constraints.199',
        'This rule contradicts “c0 < c1”, “c1 < c2”, “c2 < c3” and 196 more rules, so no row can meet them all.',
      ],
    ]);
  });

  it('that has no room for all its whole numbers is named at the first rule too many', () => {
    expect(findingsOf(designWith('c0 < 3', 'integer'))[0]).toEqual([
      'constraints.150',
      'c0 lies between 0 and 150 and c151 lies between 0 and 150. Together with “c0 < c1”, “c1 < c2”, “c2 < c3” and 147 more rules that leaves this rule no row.',
    ]);
  });

  it('bounds each column by its neighbours alone', () => {
    const { columns } = narrowingsOf(designWith('c0 < 3'));
    const bounds = [...columns.values()].map(
      ({ atLeast, atMost }) => atLeast.length + atMost.length,
    );
    expect(Math.max(...bounds)).toBe(1);
  });
});

describe('the words for rules without a row', () => {
  it.for([
    [['a > 12'], 'a lies between 0 and 10, so no row can meet this rule.'],
    [['a < b', 'b < a'], 'This rule contradicts “a < b”, so no row can meet both.'],
    [['a < b and b < a'], 'This rule contradicts itself, so no row can meet it.'],
    [['text > 5', 'text < 5'], 'This rule contradicts “text > 5”, so no row can meet both.'],
    [
      ['a > b', 'b > text', 'text > 20'],
      'b lies between 0 and 10. Together with “b > text” that leaves this rule no row.',
    ],
  ] as const)('of %j', ([expressions, message]) => {
    const uniform = { kind: 'number', distribution: { kind: 'uniform', low: 0, high: 10 } };
    const design = designSchema.parse({
      version: 1,
      columns: [
        { id: 'a', name: 'a', type: 'decimal', fill: uniform },
        { id: 'b', name: 'b', type: 'decimal', fill: uniform },
        { id: 'text', name: 'text', type: 'decimal', fill: { kind: 'generated', call: 'none' } },
      ],
      constraints: expressions.map((expression, index) => ({
        id: `r${index}`,
        kind: 'expression',
        expression,
      })),
    });
    const found = checkDesign(design).filter(({ code }) => code === 'infeasible');
    expect(found.map((one) => one.message)).toEqual([message]);
  });
});
