import { describe, expect, it } from 'vitest';
import { constraintSchema } from '#core/design/constraint.ts';
import { createDesign } from '#core/design/defaults.ts';
import { columnSchema } from '#core/design/design-schema.ts';
import { linearFit } from '#core/base/linear-fit.ts';
import { measureConstraint } from './measure-constraint.ts';
import { readColumns } from '#core/rows/row-reader.ts';

const sizes = [43, 55, 65, 75, 85];

/**
 * Ten televisions after the law that a published set of such rows was measured to follow: r .990 within
 * each type, 21.3 and 42.6 dollars an inch, intercepts -300 and -600, QLED exactly twice OLED. The
 * residuals are orthogonal to size, so the fitted line is the law itself.
 */
function televisions() {
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  const bend = sizes.map((size) => (size - mean) ** 2);
  const residuals = residualsOf(bend);
  const oled = sizes.map((size, index) => 21.3 * size - 300 + (residuals[index] ?? 0));
  return readColumns({
    size: [...sizes, ...sizes],
    price: [...oled, ...oled.map((price) => 2 * price)],
    tv_type: [...sizes.map(() => 'OLED'), ...sizes.map(() => 'QLED')],
  });
}

/** What a line leaves of `bend`, scaled so that r of the law with it is 0.990. */
function residualsOf(bend: readonly number[]): readonly number[] {
  const fit = linearFit(sizes.map((x, index) => ({ x, y: bend[index] ?? 0 })))!;
  const rest = sizes.map((x, index) => (bend[index] ?? 0) - fit.intercept - fit.slope * x);
  const squares = rest.reduce((sum, value) => sum + value ** 2, 0);
  const wanted = 21.3 ** 2 * fit.spreadX * (1 / 0.99 ** 2 - 1);
  return rest.map((value) => value * Math.sqrt(wanted / squares));
}

const design = createDesign({
  columns: ['size', 'price', 'tv_type', 'name'].map((name) =>
    columnSchema.parse({ id: name, name, fill: { kind: 'sequence' } }),
  ),
});

function measure(constraint: object, rows = televisions()) {
  const parsed = constraintSchema.parse({ id: 'k', ...constraint });
  return measureConstraint(parsed, rows, { design });
}

const law = { kind: 'linear', x: 'size', y: 'price', by: 'tv_type' };
const ratio = {
  kind: 'ratio',
  column: 'price',
  by: 'tv_type',
  of: 'QLED',
  to: 'OLED',
  low: 2,
  high: 3,
};

describe('measureConstraint for laws', () => {
  it('holds each group against the slope that the law gives it, where one is given', () => {
    const line = (slope: number, factor: number) => ({
      ...law,
      law: { slope, intercept: -300, factors: [{ value: 'QLED', factor }] },
    });
    expect(measure(line(21.3, 2)).verdict).toBe('holds');
    expect(measure(line(12, 2))).toMatchObject({ verdict: 'broken', label: 'slope 42.6' });
    expect(measure(line(21.3, 1))).toMatchObject({ verdict: 'broken', label: 'slope 42.6' });
  });

  it('finds the published slopes, intercepts and r within each type', () => {
    const { verdict, label, groups } = measure({ ...law, minR: 0.95 });
    expect({ verdict, label }).toEqual({ verdict: 'holds', label: 'r 0.99' });
    expect(groups?.map(({ group, count }) => [group, count])).toEqual([
      ['OLED', 5],
      ['QLED', 5],
    ]);
    const [oled, qled] = groups!.map(({ fit }) => fit);
    expect(oled!.r).toBeCloseTo(0.99, 6);
    expect([oled!.slope, qled!.slope].map((slope) => slope.toFixed(1))).toEqual(['21.3', '42.6']);
    expect(oled!.intercept).toBeCloseTo(-300, 6);
    expect(qled!.intercept).toBeCloseTo(-600, 6);
  });

  it('loses the law when the groups are pooled', () => {
    const pooled = measure({ ...law, by: undefined });
    expect(pooled.verdict).toBe('broken');
    expect(pooled.groups?.[0]?.value).toBeLessThan(0.8);
  });

  it('measures the ratio at equal sizes', () => {
    expect(measure({ ...ratio, at: 'size' })).toEqual({
      verdict: 'holds',
      label: '2.00 ×',
      brokenRows: [],
    });
  });

  it('is not fooled by a group of larger sizes', () => {
    const rows = readColumns({
      size: [40, 40, 80, 80, 80, 80],
      price: [100, 200, 400, 800, 800, 800],
      tv_type: ['OLED', 'QLED', 'OLED', 'QLED', 'QLED', 'QLED'],
    });
    expect(measure({ ...ratio, at: 'size' }, rows).label).toBe('2.00 ×');
    expect(measure(ratio, rows).label).toBe('2.60 ×');
  });

  it('takes sizes of one bin for equal', () => {
    const rows = readColumns({ size: [41, 44], price: [100, 250], tv_type: ['OLED', 'QLED'] });
    expect(measure({ ...ratio, at: 'size' }, rows).verdict).toBe('no-rows');
    expect(measure({ ...ratio, at: 'size', within: 5 }, rows).label).toBe('2.50 ×');
  });

  it('judges a correlation by the group that is furthest off', () => {
    const rows = readColumns({
      size: [1, 2, 3, 4, 1, 2, 3, 4],
      price: [1, 2, 3, 4, 4, 3, 2, 1],
      tv_type: ['A', 'A', 'A', 'A', 'B', 'B', 'B', 'B'],
    });
    const found = measure(
      { kind: 'correlation', x: 'size', y: 'price', by: 'tv_type', low: 0.5 },
      rows,
    );
    expect(found).toMatchObject({ verdict: 'broken', label: 'r −1.00' });
  });

  it('never rounds a measure up to the rule', () => {
    const rows = readColumns({ size: [1, 2, 3, 4, 5], price: [1, 2, 3, 4, 4.6] });
    const found = measure({ kind: 'linear', x: 'size', y: 'price', minR: 0.999 }, rows);
    expect(found).toMatchObject({ verdict: 'broken', label: 'r 0.99' });
  });

  it('measures order in its direction', () => {
    const rows = readColumns({ size: [1, 2, 3, 4], price: [1000, 100, 10, 1] });
    const falls = { kind: 'monotone', x: 'size', y: 'price', direction: 'decreasing' };
    expect(measure(falls, rows)).toMatchObject({ verdict: 'holds', label: 'ρ −1.00' });
    expect(measure({ ...falls, direction: 'increasing' }, rows).verdict).toBe('broken');
  });

  it('says nothing about too few rows', () => {
    const rows = readColumns({ size: [1, 2], price: [1, 2], tv_type: ['A', 'A'] });
    expect(measure(law, rows)).toMatchObject({ verdict: 'no-rows', label: 'no rows' });
  });
});

describe('measureConstraint for shares and rows', () => {
  it('measures a share to one decimal and holds on the edge of the tolerance', () => {
    const rows = readColumns({
      tv_type: [...Array<string>(52).fill('OLED'), ...Array<string>(48).fill('QLED')],
    });
    const share = { kind: 'share', column: 'tv_type', value: 'OLED', share: 0.5 };
    expect(measure(share, rows)).toMatchObject({ verdict: 'holds', label: '52.0 %' });
    expect(measure({ ...share, tolerance: 0.01 }, rows).verdict).toBe('broken');
  });

  it('counts the rows that hold and lists those that do not', () => {
    const range = { kind: 'range', column: 'size', low: 50 };
    expect(measure(range)).toMatchObject({
      verdict: 'broken',
      label: '2 rows',
      brokenRows: [0, 5],
      brokenCount: 2,
    });
    expect(measure({ ...range, low: 40 })).toMatchObject({ verdict: 'holds', label: '10 of 10' });
  });

  it('evaluates expressions over column names', () => {
    expect(
      measure({ kind: 'expression', expression: "tv_type == 'OLED' or price > 1000" }),
    ).toMatchObject({ verdict: 'holds', label: '10 of 10' });
  });

  it('measures patterns and lengths and leaves out empty cells', () => {
    const rows = readColumns({ name: ['AB-1', 'x', undefined, null] });
    expect(measure({ kind: 'pattern', column: 'name', pattern: '[A-Z]+-\\d' }, rows)).toMatchObject(
      {
        label: '1 row',
        brokenRows: [1],
      },
    );
    const length = { kind: 'length', column: 'name', unit: 'characters', low: 2 };
    expect(measure(length, rows).brokenRows).toEqual([1]);
  });

  it('counts clashes and points at the later row', () => {
    const rows = readColumns({ name: ['Lucent', 'Vega', ' LUCENT', null, null] });
    const unique = { kind: 'unique', columns: ['name'] };
    expect(measure(unique, rows)).toMatchObject({
      verdict: 'broken',
      label: '1 clash',
      brokenRows: [2],
    });
  });

  it('lists at most 1,000 broken rows but counts all', () => {
    const rows = readColumns({ size: Array.from({ length: 2_500 }, () => 1) });
    const found = measure({ kind: 'range', column: 'size', low: 2 }, rows);
    expect(found.brokenRows).toHaveLength(1_000);
    expect(found).toMatchObject({ label: '2,500 rows', brokenCount: 2_500 });
  });

  it('measures a rule that cannot be asked as broken', () => {
    expect(measure({ kind: 'expression', expression: 'size <' })).toMatchObject({
      verdict: 'broken',
      label: 'not valid',
    });
  });
});
