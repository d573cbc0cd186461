import { describe, expect, it } from 'vitest';
import { readColumns } from '#core/rows/row-reader.ts';
import { scatterData, studentQuantile } from './scatter-data.ts';

function grid(count: number) {
  const rows = Array.from({ length: count }, (_, row) => row);
  return readColumns({
    x: rows,
    y: rows.map((row) => 2 * row + (row % 3)),
    kind: rows.map((row) => (row % 2 === 0 ? 'even' : 'odd')),
  });
}

const options = { x: 'x', y: 'y', by: 'kind', seed: 5 };

describe('scatterData', () => {
  it('shows every point while they are few', () => {
    const data = scatterData(grid(10), options);
    expect(data.points.map(({ row }) => row)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(data.series).toEqual(['even', 'odd']);
    expect(data.totalCount).toBe(10);
  });

  it('shows an even, repeatable sample of many and says of how many', () => {
    const data = scatterData(grid(10_000), options);
    expect(data.points).toHaveLength(2_000);
    expect(data.totalCount).toBe(10_000);
    const gaps = data.points.slice(1).map(({ row }, index) => row - data.points[index]!.row);
    expect(new Set(gaps)).toEqual(new Set([5]));
    expect(scatterData(grid(10_000), options)).toEqual(data);
  });

  it('fits lines over all rows, not over the sample', () => {
    const data = scatterData(grid(10_000), { ...options, maxPoints: 10 });
    expect(data.fits.map(({ fit }) => fit.count)).toEqual([5_000, 5_000]);
  });

  it('leaves out rows without both numbers or without a group', () => {
    const rows = readColumns({
      x: [1, 2, null, 4],
      y: [1, 'n/a', 3, 4],
      kind: ['a', 'a', 'a', null],
    });
    expect(scatterData(rows, options).points).toEqual([{ x: 1, y: 1, row: 0, series: 'a' }]);
  });

  it('leaves out numbers that are not finite, also where a column is read at once', () => {
    const numbers = (...values: readonly number[]) => Float64Array.from(values);
    const whole = { x: numbers(1, Infinity, 3, 1.7e308), y: numbers(1, 2, -Infinity, 1.7e308) };
    const rows = {
      ...readColumns({ x: [...whole.x], y: [...whole.y] }),
      numbers: (id: string) => (id === 'x' ? whole.x : whole.y),
    };
    const data = scatterData(rows, { x: 'x', y: 'y', seed: 5 });
    expect(data.points.map(({ row }) => row)).toEqual([0, 3]);
  });

  it('draws a band that is symmetric and narrowest in the middle', () => {
    const { band } = scatterData(grid(21), { ...options, by: undefined }).fits[0]!;
    const widths = band.map(({ low, high }) => high - low);
    expect(band[0]!.x).toBe(0);
    expect(band[8]!.x).toBe(20);
    expect(widths[0]!).toBeCloseTo(widths[8]!, 9);
    expect(Math.min(...widths)).toBe(widths[4]);
  });

  it('draws no line through two points', () => {
    expect(scatterData(grid(2), { ...options, by: undefined }).fits).toEqual([]);
  });
});

describe('studentQuantile', () => {
  it.each([
    [1, 12.706],
    [5, 2.571],
    [6, 2.447],
    [8, 2.306],
    [30, 2.042],
    [1_000, 1.962],
  ])('of %d degrees of freedom is %d', (degrees, quantile) => {
    expect(studentQuantile(degrees)).toBeCloseTo(quantile, 2);
  });
});
