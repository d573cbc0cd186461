/** How far two sets of values are apart, as shares from 0 (alike) to 1 (nothing in common). */
import type { DeclaredLaw } from './declared-law.ts';

/** The Kolmogorov–Smirnov distance: the greatest gap between the two empirical distribution functions. Both sorted, not empty. */
export function ksDistance(a: Float64Array, b: Float64Array): number {
  let [i, j, gap] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const value = Math.min(a[i] ?? 0, b[j] ?? 0);
    while (i < a.length && a[i] === value) i += 1;
    while (j < b.length && b[j] === value) j += 1;
    gap = Math.max(gap, Math.abs(i / a.length - j / b.length));
  }
  return gap;
}

/** The Kolmogorov–Smirnov distance of sorted values to a law: the greatest gap, looked at before and after each value. */
export function gapToLaw(sorted: Float64Array, law: DeclaredLaw): number {
  let gap = 0;
  for (let start = 0; start < sorted.length;) {
    const value = sorted[start] ?? 0;
    let end = start;
    while (end < sorted.length && sorted[end] === value) end += 1;
    const [before, after] = [start / sorted.length, end / sorted.length];
    gap = Math.max(gap, Math.abs(before - law.below(value)), Math.abs(after - law.atMost(value)));
    start = end;
  }
  return gap;
}

/** Total variation: half the sum of the differences of shares, by value. Both counts not empty. */
export function totalVariation(
  a: ReadonlyMap<string, number>,
  b: ReadonlyMap<string, number>,
): number {
  const [totalA, totalB] = [sumOf(a), sumOf(b)];
  let difference = 0;
  for (const key of new Set([...a.keys(), ...b.keys()]))
    difference += Math.abs((a.get(key) ?? 0) / totalA - (b.get(key) ?? 0) / totalB);
  return difference / 2;
}

function sumOf(counts: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}
