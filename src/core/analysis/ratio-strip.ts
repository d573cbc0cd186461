/** The ratio between two groups along a third column, bin by bin, with its uncertainty. */
import { binPlace } from '#core/base/bin-place.ts';
import { rangeOf } from '#core/base/number-order.ts';
import type { ConstraintOf } from '#core/design/constraint.ts';
import { groupNames } from './column-role.ts';
import { ratioOf } from '#core/rows/group-ratio.ts';
import type { RowReader } from '#core/rows/row-reader.ts';
import { studentQuantile } from './scatter-data.ts';
import { readCodes, readNumbers } from './vectors.ts';

export interface RatioBin {
  /** The bin is [start, end) of the column `at`; one bin from 0 to 0 when the rule has none. */
  readonly start: number;
  readonly end: number;
  readonly ofCount: number;
  readonly toCount: number;
  readonly ratio: number;
  /** The 95 % interval of the ratio; both equal the ratio when a group has one row. */
  readonly low: number;
  readonly high: number;
}

export interface RatioStrip {
  readonly kind: 'ratio';
  /** As the rule measures it, over its own bins; undefined when the groups never meet. */
  readonly ratio: number | undefined;
  readonly binWidth: number;
  /** Bins in which both groups occur, ascending. */
  readonly bins: readonly RatioBin[];
}

const mostBins = 12;

interface Side {
  count: number;
  sum: number;
  squares: number;
}

/** Bins are whole multiples of the rule's own width, at most twelve. */
export function ratioStrip(rows: RowReader, rule: ConstraintOf<'ratio'>): RatioStrip {
  const places = rule.at === undefined ? undefined : readNumbers(rows, rule.at);
  const binWidth = places === undefined ? 0 : chooseWidth(places, rule.within);
  const bins = new Map<number, readonly [Side, Side]>();
  visitSides({ rows, rule, places }, (side, place, value) => {
    const bin = binWidth === 0 ? place : binPlace(place, binWidth);
    const pair = bins.get(bin) ?? [emptySide(), emptySide()];
    bins.set(bin, pair);
    note(pair[side], value);
  });
  return {
    kind: 'ratio',
    ratio: ratioOf(rule, rows),
    binWidth,
    bins: [...bins]
      .toSorted(([a], [b]) => a - b)
      .flatMap(([bin, pair]) => {
        const start = binWidth === 0 ? bin : bin * binWidth;
        return ratioOfBin(pair, { start: finite(start), end: finite(start + binWidth) }) ?? [];
      }),
  };
}

/** The border of a bin, as far out as numbers go. */
function finite(border: number): number {
  return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, border));
}

interface Placed {
  readonly rows: RowReader;
  readonly rule: ConstraintOf<'ratio'>;
  /** Of every row; undefined where the rule has no third column: all stand at 0 then. */
  readonly places: Float64Array | undefined;
}

/** Calls back for each row of the two groups that has a number and a place. */
function visitSides(
  { rows, rule, places }: Placed,
  visit: (side: 0 | 1, place: number, value: number) => void,
): void {
  const values = readNumbers(rows, rule.column);
  const groups = readCodes(rows, rule.by);
  const names = groupNames(groups);
  const [of, to] = [names.indexOf(String(rule.of)), names.indexOf(String(rule.to))];
  for (let row = 0; row < values.length; row += 1) {
    const code = groups.codes[row] ?? -1;
    if (code < 0 || (code !== of && code !== to)) continue;
    const value = values[row] ?? Number.NaN;
    const place = places === undefined ? 0 : (places[row] ?? Number.NaN);
    if (!Number.isNaN(value + place)) visit(code === of ? 0 : 1, place, value);
  }
}

function emptySide(): Side {
  return { count: 0, sum: 0, squares: 0 };
}

function note(side: Side, value: number): void {
  side.count += 1;
  side.sum += value;
  side.squares += value * value;
}

function chooseWidth(places: Float64Array, within = 0): number {
  const { low, high } = rangeOf(places);
  const different = new Set<number>();
  for (const place of places) {
    if (different.size > mostBins) break;
    if (!Number.isNaN(place)) different.add(place);
  }
  // A few equal values need no bins.
  if (!(high > low) || (within <= 0 && different.size <= mostBins)) return 0;
  // Halves, because the whole may be more than a number holds; below 2 ** -1000 borders would be no numbers of their own.
  const least = Math.max(2 * ((high / 2 - low / 2) / mostBins), 2 ** -1000);
  const isUsable = within > 0 && Number.isFinite(high / within) && Number.isFinite(low / within);
  const unit = isUsable ? within : 10 ** Math.floor(Math.log10(least));
  let multiple = Math.max(1, Math.floor(least / unit));
  while (binPlace(high, unit * multiple) - binPlace(low, unit * multiple) >= mostBins)
    multiple += 1;
  return unit * multiple;
}

/**
 * The interval of a ratio of means a/b by the delta method: its variance is about
 * r² · (s²ₐ/(nₐ·a²) + s²_b/(n_b·b²)), with Student's quantile for nₐ + n_b − 2 degrees of freedom.
 */
function ratioOfBin(
  [of, to]: readonly [Side, Side],
  place: { readonly start: number; readonly end: number },
): RatioBin | undefined {
  if (of.count === 0 || to.count === 0 || to.sum === 0) return undefined;
  const ratio = of.sum / of.count / (to.sum / to.count);
  const degrees = of.count + to.count - 2;
  const spread = Math.sqrt(relativeVariance(of) + relativeVariance(to));
  const error =
    of.count > 1 && to.count > 1 ? Math.abs(ratio) * spread * studentQuantile(degrees) : 0;
  return {
    ...place,
    ofCount: of.count,
    toCount: to.count,
    ratio,
    low: ratio - error,
    high: ratio + error,
  };
}

/** Variance of the mean over its square. */
function relativeVariance({ count, sum, squares }: Side): number {
  const mean = sum / count;
  if (count < 2 || mean === 0) return 0;
  return Math.max(0, squares - sum * mean) / (count - 1) / count / (mean * mean);
}
