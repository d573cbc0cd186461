/** How two columns go together, over whole columns at once; rows in which either holds nothing do not count. */
import type { CodedColumn } from '#core/rows/row-store.ts';
import { correlationOf } from '#core/base/linear-fit.ts';
import { rankNumbers } from './sort-order.ts';

/** Pearson's r, -1 to 1; undefined for fewer than three pairs and when either side does not vary. */
export function pearsonOf(x: Float64Array, y: Float64Array): number | undefined {
  // Sums are taken around a first guess of the means, so that large offsets cost no digits.
  const guess = guessOf(x, y);
  const { count, sumX, sumY, sumXx, sumYy, sumXy } = sumsOfAll(x, y, guess) ?? sumsOf(x, y, guess);
  if (count < 3) return undefined;
  const sxx = sumXx - (sumX * sumX) / count;
  const syy = sumYy - (sumY * sumY) / count;
  if (isNothing(sxx, sumXx) || isNothing(syy, sumYy)) return undefined;
  return correlationOf({ sxx, syy, sxy: sumXy - (sumX * sumY) / count });
}

interface Sums {
  readonly count: number;
  readonly sumX: number;
  readonly sumY: number;
  readonly sumXx: number;
  readonly sumYy: number;
  readonly sumXy: number;
}

type Guess = readonly [x: number, y: number];

/** Undefined when a row holds nothing on either side. Without a question for each row it takes a fifth of the time. */
function sumsOfAll(x: Float64Array, y: Float64Array, [shiftX, shiftY]: Guess): Sums | undefined {
  let sumX = 0;
  let sumY = 0;
  let sumXx = 0;
  let sumYy = 0;
  let sumXy = 0;
  for (let row = 0; row < x.length; row += 1) {
    const dx = (x[row] ?? 0) - shiftX;
    const dy = (y[row] ?? 0) - shiftY;
    sumX += dx;
    sumY += dy;
    sumXx += dx * dx;
    sumYy += dy * dy;
    sumXy += dx * dy;
  }
  const isWhole = sumX + sumY === sumX + sumY;
  return isWhole ? { count: x.length, sumX, sumY, sumXx, sumYy, sumXy } : undefined;
}

/** Of the rows that hold something on both sides. */
function sumsOf(x: Float64Array, y: Float64Array, [shiftX, shiftY]: Guess): Sums {
  let count = 0;
  let [sumX, sumY, sumXx, sumYy, sumXy] = [0, 0, 0, 0, 0];
  for (let row = 0; row < x.length; row += 1) {
    const dx = (x[row] ?? 0) - shiftX;
    const dy = (y[row] ?? 0) - shiftY;
    const product = dx * dy;
    if (product !== product) continue;
    count += 1;
    sumX += dx;
    sumY += dy;
    sumXx += dx * dx;
    sumYy += dy * dy;
    sumXy += product;
  }
  return { count, sumX, sumY, sumXx, sumYy, sumXy };
}

/** Spearman's rho, -1 to 1: Pearson's r of the ranks among the rows that hold both. */
export function spearmanOf(x: Float64Array, y: Float64Array): number | undefined {
  const both = x.map((value, row) =>
    value + (y[row] ?? 0) === value + (y[row] ?? 0) ? value : Number.NaN,
  );
  const other = y.map((value, row) => (both[row] === both[row] ? value : Number.NaN));
  return pearsonOf(rankNumbers(both), rankNumbers(other));
}

/** What is left after subtracting is rounding only. */
function isNothing(spread: number, total: number): boolean {
  return !(spread > total * 1e-12);
}

/** The mean of the first thousand pairs. */
function guessOf(x: Float64Array, y: Float64Array): readonly [number, number] {
  let [sumX, sumY, count] = [0, 0, 0];
  for (let row = 0; row < x.length && count < 1_000; row += 1) {
    const [one, other] = [x[row] ?? 0, y[row] ?? 0];
    if (one !== one || other !== other) continue;
    sumX += one;
    sumY += other;
    count += 1;
  }
  return count === 0 ? [0, 0] : [sumX / count, sumY / count];
}

/** Rows in each pair of values: `counts[a * b.values.length + b]`. */
export function crossCounts(a: CodedColumn, b: CodedColumn): Float64Array {
  const width = b.values.length;
  const counts = new Float64Array(a.values.length * width);
  for (let row = 0; row < a.codes.length; row += 1) {
    const [left, right] = [a.codes[row] ?? -1, b.codes[row] ?? -1];
    if (left >= 0 && right >= 0)
      counts[left * width + right] = (counts[left * width + right] ?? 0) + 1;
  }
  return counts;
}

/**
 * Cramér's V, 0 to 1: √(χ² / (n · (min(r, c) − 1))) over the values that occur (Cramér 1946, § 21.9).
 * Undefined when either column has fewer than two values.
 */
export function cramersV(a: CodedColumn, b: CodedColumn): number | undefined {
  const width = b.values.length;
  const counts = crossCounts(a, b);
  const rowSums = new Float64Array(a.values.length);
  const columnSums = new Float64Array(width);
  let total = 0;
  counts.forEach((count, at) => {
    rowSums[Math.floor(at / width)] = (rowSums[Math.floor(at / width)] ?? 0) + count;
    columnSums[at % width] = (columnSums[at % width] ?? 0) + count;
    total += count;
  });
  const least = Math.min(occurring(rowSums), occurring(columnSums));
  if (least < 2) return undefined;
  let chiSquare = 0;
  counts.forEach((count, at) => {
    const expected =
      ((rowSums[Math.floor(at / width)] ?? 0) * (columnSums[at % width] ?? 0)) / total;
    if (expected > 0) chiSquare += (count - expected) ** 2 / expected;
  });
  return Math.min(1, Math.sqrt(chiSquare / (total * (least - 1))));
}

function occurring(sums: Float64Array): number {
  return sums.reduce((count, sum) => (sum > 0 ? count + 1 : count), 0);
}

export interface GroupSummary {
  readonly count: number;
  readonly sum: number;
  readonly mean: number;
  /** Sample variance; 0 for a single value. */
  readonly variance: number;
}

/** One summary per value of the coded column, by code; groups without numbers have count 0. */
export function groupNumbers(by: CodedColumn, numbers: Float64Array): readonly GroupSummary[] {
  const size = by.values.length;
  const [counts, sums, squares] = [size, size, size].map((length) => new Float64Array(length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  // Each group around its first number: a group of equal ones has no spread at all then, wherever it lies.
  const shifts = new Float64Array(size);
  for (let row = 0; row < numbers.length; row += 1) {
    const group = by.codes[row] ?? -1;
    const number = numbers[row] ?? 0;
    if (group < 0 || number !== number) continue;
    if (counts[group] === 0) shifts[group] = number;
    const value = number - (shifts[group] ?? 0);
    counts[group] = (counts[group] ?? 0) + 1;
    sums[group] = (sums[group] ?? 0) + value;
    squares[group] = (squares[group] ?? 0) + value * value;
  }
  return by.values.map((_, group) => {
    const [count, sum, square] = [counts[group] ?? 0, sums[group] ?? 0, squares[group] ?? 0];
    const shift = shifts[group] ?? 0;
    const spread = Math.max(0, square - (sum * sum) / Math.max(1, count));
    return {
      count,
      sum: sum + shift * count,
      mean: count === 0 ? Number.NaN : shift + sum / count,
      variance: count > 1 ? spread / (count - 1) : 0,
    };
  });
}

/**
 * The correlation ratio η, 0 to 1: √(between-group sum of squares / total sum of squares) (Pearson 1905).
 * Undefined for fewer than two groups, and when the numbers do not vary.
 */
export function correlationRatio(by: CodedColumn, numbers: Float64Array): number | undefined {
  const groups = groupNumbers(by, numbers).filter(({ count }) => count > 0);
  const count = groups.reduce((total, group) => total + group.count, 0);
  if (groups.length < 2 || count < 3) return undefined;
  const mean = groups.reduce((total, group) => total + group.sum, 0) / count;
  let [between, within] = [0, 0];
  for (const group of groups) {
    between += group.count * (group.mean - mean) ** 2;
    within += group.variance * (group.count - 1);
  }
  const total = between + within;
  return total > count * (Math.abs(mean) * Number.EPSILON) ** 2
    ? Math.sqrt(Math.min(1, between / total))
    : undefined;
}

/** Cohen's d of two groups: difference of means over the pooled standard deviation (Cohen 1988, 2.5.1). Undefined without spread. */
export function cohensD(a: GroupSummary, b: GroupSummary): number | undefined {
  const degrees = a.count + b.count - 2;
  if (a.count < 2 || b.count < 2) return undefined;
  const pooled = (a.variance * (a.count - 1) + b.variance * (b.count - 1)) / degrees;
  return pooled > 0 ? (a.mean - b.mean) / Math.sqrt(pooled) : undefined;
}
