/** How closely two columns go together: along a line (Pearson) or in order only (Spearman). */
import { correlationOf, moments, type Point } from './linear-fit.ts';

/** Pearson's r, -1 to 1. Undefined for fewer than three points and when either side does not vary. */
export function pearson(points: readonly Point[]): number | undefined {
  if (points.length < 3) return undefined;
  const sums = moments(points);
  return isConstant(points, 'x') || isConstant(points, 'y') ? undefined : correlationOf(sums);
}

/** Spearman's rho, -1 to 1: Pearson's r of the ranks, equal values sharing their mean rank. */
export function spearman(points: readonly Point[]): number | undefined {
  const x = ranks(points.map((point) => point.x));
  const y = ranks(points.map((point) => point.y));
  return pearson(points.map((_, index) => ({ x: x[index] ?? 0, y: y[index] ?? 0 })));
}

/** 1-based ranks in ascending order; ties get the mean of the ranks they share. */
export function ranks(values: readonly number[]): readonly number[] {
  const order = values.map((_, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const result = new Array<number>(values.length);
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && values[order[end] ?? 0] === values[order[start] ?? 0]) end += 1;
    for (let at = start; at < end; at += 1) result[order[at] ?? 0] = (start + end + 1) / 2;
    start = end;
  }
  return result;
}

function isConstant(points: readonly Point[], side: 'x' | 'y'): boolean {
  const first = points[0]?.[side];
  return points.every((point) => point[side] === first);
}
