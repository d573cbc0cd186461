/** Counts of numbers in bins whose borders are round numbers, as people would draw them. */
import { binPlace } from '#core/base/bin-place.ts';
import { finiteNumbers } from './sort-order.ts';

export interface Histogram {
  /** Left border of the first bin. */
  readonly start: number;
  readonly binWidth: number;
  /** A value on a border belongs to the bin on its right; the greatest one may close the last bin. */
  readonly counts: readonly number[];
}

const steps = [1, 2, 2.5, 5, 10];

/** Numbers further out are counted into the outermost bins: sums of wider bins would be more than a number holds. */
const furthest = Number.MAX_VALUE / 32;

/**
 * At most `maxBins` bins (24 when absent) of width 1, 2, 2.5 or 5 times a power of ten. One bin when all
 * values are equal. Undefined when there is no finite value. Whole numbers get whole widths.
 */
export function histogram(values: ArrayLike<number>, maxBins = 24): Histogram | undefined {
  const all = values instanceof Float64Array ? values : Float64Array.from(values);
  const finite = finiteNumbers(all);
  if (finite.length === 0) return undefined;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  let isWhole = true;
  for (let row = 0; row < finite.length; row += 1) {
    const value = finite[row] ?? 0;
    low = Math.min(low, Math.max(-furthest, value));
    high = Math.max(high, Math.min(furthest, value));
    isWhole &&= Number.isInteger(value);
  }
  if (low === high) return { start: low, binWidth: 0, counts: [finite.length] };
  const { binWidth, first, binCount } = chooseBins({ low, high, maxBins, isWhole });
  const counts = new Array<number>(binCount).fill(0);
  for (let row = 0; row < finite.length; row += 1) {
    const place = binPlace(finite[row] ?? 0, binWidth) - first;
    const bin = Math.min(binCount - 1, Math.max(0, place));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { start: first * binWidth, binWidth, counts };
}

interface BinChoice {
  readonly low: number;
  readonly high: number;
  readonly maxBins: number;
  readonly isWhole: boolean;
}

function chooseBins({ low, high, maxBins, isWhole }: BinChoice): {
  binWidth: number;
  first: number;
  binCount: number;
} {
  // Below this width neighbouring borders could not be told apart as numbers.
  const finest = Math.max(Math.abs(low), Math.abs(high)) * 2 ** -40;
  const raw = Math.max(high / maxBins - low / maxBins, finest, Number.MIN_VALUE * 2 ** 60);
  let power = 10 ** Math.floor(Math.log10(raw));
  for (;;) {
    for (const step of steps) {
      const binWidth = step * power;
      if (binWidth < raw || (isWhole && !Number.isInteger(binWidth))) continue;
      const first = binPlace(low, binWidth);
      const last = binPlace(high, binWidth);
      // A greatest value right on a border closes the last bin, unless whole numbers have bins of their own.
      const binCount = Math.max(
        1,
        isWhole || high - last * binWidth > Math.abs(high) * 2 ** -50
          ? last - first + 1
          : last - first,
      );
      if (binCount <= maxBins) return { binWidth, first, binCount };
    }
    power *= 10;
  }
}
