/**
 * The ratio between the means of two groups. With `at`, means are compared only among rows with equal
 * values of that column, so that a different mix of sizes cannot pass for a different price.
 */
import type { ConstraintOf } from '#core/design/constraint.ts';
import { binPlace } from '#core/base/bin-place.ts';
import { groupKey, isFiniteNumber, type RowReader } from './row-reader.ts';

interface Sums {
  ofCount: number;
  ofSum: number;
  toCount: number;
  toSum: number;
}

/**
 * Bins of width `within` (equal values when it is absent) in which both groups occur give one ratio each;
 * their mean is weighted by the harmonic mean of the two counts, the precision of a difference. Undefined
 * when there is no such bin.
 */
export function ratioOf(constraint: ConstraintOf<'ratio'>, rows: RowReader): number | undefined {
  let weights = 0;
  let total = 0;
  for (const { ofCount, ofSum, toCount, toSum } of binsOf(constraint, rows).values()) {
    if (ofCount === 0 || toCount === 0 || toSum === 0) continue;
    const weight = (ofCount * toCount) / (ofCount + toCount);
    weights += weight;
    total += (weight * (ofSum / ofCount)) / (toSum / toCount);
  }
  return weights === 0 ? undefined : total / weights;
}

function binsOf(constraint: ConstraintOf<'ratio'>, rows: RowReader): ReadonlyMap<number, Sums> {
  const bins = new Map<number, Sums>();
  const [of, to] = [String(constraint.of), String(constraint.to)];
  for (let row = 0; row < rows.rowCount; row += 1) {
    const value = rows.value(constraint.column, row);
    const group = groupKey(rows.value(constraint.by, row));
    const bin = binOf(constraint, rows, row);
    if (!isFiniteNumber(value) || bin === undefined) continue;
    const sums = bins.get(bin) ?? { ofCount: 0, ofSum: 0, toCount: 0, toSum: 0 };
    if (group === of) {
      sums.ofCount += 1;
      sums.ofSum += value;
    } else if (group === to) {
      sums.toCount += 1;
      sums.toSum += value;
    }
    bins.set(bin, sums);
  }
  return bins;
}

function binOf(
  { at, within }: ConstraintOf<'ratio'>,
  rows: RowReader,
  row: number,
): number | undefined {
  if (at === undefined) return 0;
  const value = rows.value(at, row);
  if (!isFiniteNumber(value)) return undefined;
  return within !== undefined && within > 0 ? binPlace(value, within) : value;
}
