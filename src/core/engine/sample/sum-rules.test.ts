import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDesign } from '#core/design/check.ts';
import { brokenRows } from '#core/engine/broken-rows.contract.ts';
import { designOf, fillTable, type TestColumn } from '#core/engine/filled-table.contract.ts';

const rule = (expression: string, index = 0) => ({
  id: `r${index}`,
  kind: 'expression' as const,
  expression,
});

function number(name: string, places: number | 'int' | undefined, high = 10): TestColumn {
  if (places === 'int') return { ...number(name, undefined, high - 0.7), convertTo: 'int' };
  const distribution = { kind: 'uniform', low: 0, high } as const;
  const fill = { kind: 'number', distribution } as const;
  return {
    name,
    type: places === 0 ? 'integer' : 'decimal',
    fill: places === undefined ? fill : { ...fill, decimalPlaces: places },
  };
}

const places = fc.constantFrom<number | 'int' | undefined>(0, 1, 2, 'int', undefined);
const factor = fc.constantFrom(-3, -1, -0.5, 0.1, 1, 2);

const names = ['a', 'b', 'c', 'd'] as const;
const column = fc.constantFrom(...names);
const order = fc.constantFrom('<', '<=', '>', '>=');
const tenths = fc.integer({ min: -60, max: 250 }).map((count) => count / 10);
const sharedRule = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(factor, column, factor, column, order, tenths)
      .map(([f, a, g, b, operator, end]) => `${f} * ${a} + ${g} * ${b} ${operator} ${end}`),
  },
  fc
    .tuple(column, order, column, fc.constantFrom('', ' + 0.3', ' - 2'))
    .map(([a, operator, b, more]) => `${a} ${operator} ${b}${more}`),
  fc.tuple(column, order, tenths).map(([a, operator, end]) => `${a} ${operator} ${end}`),
);

describe('must-rules over sums of drawn numbers', () => {
  it('hold in every row', () => {
    fc.assert(
      fc.property(
        fc.tuple(places, places, places),
        fc.tuple(factor, factor, factor),
        fc.tuple(fc.constantFrom('<', '<=', '>', '>='), fc.integer({ min: -300, max: 300 })),
        (grids, [f, g, h], [operator, tenths]) => {
          const names = ['a', 'b', 'c'] as const;
          const bound = tenths / 10;
          const expression = `${f} * a + ${g} * b ${operator} ${bound} - ${h} * c`;
          const design = designOf(
            names.map((name, index) => number(name, grids[index])),
            { constraints: [rule(expression)] },
          );
          fc.pre(checkDesign(design).length === 0);
          const table = fillTable(design, 60);
          const [a, b, c] = names.map((name) => table.numbers(name)) as [
            number[],
            number[],
            number[],
          ];
          a.forEach((_, row) => {
            const left = f * (a[row] ?? NaN) + g * (b[row] ?? NaN);
            const right = bound - h * (c[row] ?? NaN);
            const isMet =
              operator === '<'
                ? left < right
                : operator === '<='
                  ? left <= right
                  : operator === '>'
                    ? left > right
                    : left >= right;
            expect([expression, a[row], b[row], c[row], isMet]).toEqual([
              ...[expression, a[row], b[row], c[row], true],
            ]);
          });
        },
      ),
      { numRuns: 200 },
    );
  });

  it.for(['2 * a < b', 'a + b <= 12', 'a < b * 1.2 + 3', 'a + b < c'])(
    '%s is kept',
    (expression) => {
      const design = designOf(
        ['a', 'b', 'c'].map((name) => number(name, 1)),
        { constraints: [rule(expression)] },
      );
      expect(checkDesign(design)).toEqual([]);
      const table = fillTable(design, 300);
      const at = (name: string, row: number) => table.numbers(name)[row] ?? NaN;
      for (let row = 0; row < 300; row += 1) {
        const [a, b, c] = [at('a', row), at('b', row), at('c', row)];
        if (expression === '2 * a < b') expect(2 * a).toBeLessThan(b);
        if (expression === 'a + b <= 12') expect(a + b).toBeLessThanOrEqual(12);
        if (expression === 'a < b * 1.2 + 3') expect(a).toBeLessThan(b * 1.2 + 3);
        if (expression === 'a + b < c') expect(a + b).toBeLessThan(c);
      }
    },
  );

  it.for(['a is none or a < b', 'a is none or 2 * a < b'])(
    '%s is kept where a is not null',
    (expression) => {
      const columns = [{ ...number('a', 1), nullRate: 0.3 }, number('b', 1)];
      const design = designOf(columns, { constraints: [rule(expression)] });
      expect(checkDesign(design)).toEqual([]);
      const table = fillTable(design, 300);
      const a = table.values('a');
      const b = table.numbers('b');
      const factor = expression.includes('2 *') ? 2 : 1;
      a.forEach((value, row) => {
        if (typeof value === 'number') expect(factor * value).toBeLessThan(b[row] ?? NaN);
      });
      expect(a.filter((value) => value === null).length).toBeGreaterThan(60);
    },
  );

  it('are kept together where several of them speak of a column', () => {
    const design = designOf(
      ['a', 'b', 'c'].map((name) => number(name, 1)),
      { constraints: [rule('a + b <= 12'), rule('a + 2 * c <= 20', 1), rule('c < a', 2)] },
    );
    expect(checkDesign(design)).toEqual([]);
    const table = fillTable(design, 500);
    expect(brokenRows(design, table)).toEqual([]);
    expect(new Set(table.numbers('b')).size).toBeGreaterThan(80);
  });

  it('hold together in every row, or are named', () => {
    let kept = 0;
    let all = 0;
    fc.assert(
      fc.property(
        fc.tuple(places, places, places, places),
        fc.array(sharedRule, { minLength: 2, maxLength: 4 }),
        (grids, expressions) => {
          const design = designOf(
            grids.map((each, index) => number(names[index] ?? '', each)),
            { constraints: expressions.map((one, index) => rule(one, index)) },
          );
          const found = checkDesign(design);
          const named = new Set(found.map(({ path }) => path[1]));
          all += expressions.length;
          kept += expressions.length - named.size;
          fc.pre(!found.some(({ severity }) => severity === 'error'));
          const broken = brokenRows(design, fillTable(design, 40));
          expect(broken.filter(({ constraint }) => !named.has(constraint))).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
    expect(kept).toBeGreaterThan(all / 2);
  });

  it('keep the law of numbers that are rounded, up to what the rule leaves', () => {
    const column = { ...number('a', undefined), convertTo: 'int' };
    const design = designOf([column], { constraints: [rule('a >= 8')] });
    expect(checkDesign(design)).toEqual([]);
    const drawn = fillTable(design, 3_000).numbers('a');
    const shareOf = (value: number) => drawn.filter((one) => one === value).length / drawn.length;
    expect(shareOf(8)).toBeCloseTo(0.4, 1);
    expect(shareOf(9)).toBeCloseTo(0.4, 1);
    expect(shareOf(10)).toBeCloseTo(0.2, 1);
  });

  it('are named where they leave a column no room', () => {
    const design = designOf(
      ['a', 'b'].map((name) => number(name, 1)),
      { constraints: [rule('a + b <= 3'), rule('a + 2 * b >= 12', 1)] },
    );
    expect(checkDesign(design).map(({ path }) => path)).toEqual([['constraints', 1]]);
  });
});
