/** Points and fitted lines of a scatter chart: a bounded, evenly spread sample of points, lines over all rows. */
import { createRandom } from '#core/base/random.ts';
import { linearFit, type LinearFit } from './linear-fit.ts';
import { pairsByGroup, type NumberPair, type PairColumns, type RowReader } from './row-reader.ts';

export interface ScatterPoint {
  readonly x: number;
  readonly y: number;
  /** Name of the group; empty when there is one group only. */
  readonly series: string;
  readonly row: number;
}

/** The fitted line with the 95 % confidence band of its mean, at one x. */
export interface BandPoint {
  readonly x: number;
  readonly y: number;
  readonly low: number;
  readonly high: number;
}

export interface SeriesFit {
  readonly series: string;
  readonly fit: LinearFit;
  /** Nine points from the least to the greatest x; the band is narrowest at the mean. */
  readonly band: readonly BandPoint[];
}

export interface ScatterData {
  /** In row order. */
  readonly points: readonly ScatterPoint[];
  /** Rows that have both numbers; more than `points` when these are a sample. */
  readonly totalCount: number;
  /** Groups in order of first appearance, over all rows. */
  readonly series: readonly string[];
  readonly fits: readonly SeriesFit[];
}

export interface ScatterOptions extends PairColumns {
  /** Decides which points a sample shows. */
  readonly seed: number;
  /** Most points; 2,000 when absent. */
  readonly maxPoints?: number;
}

const bandSteps = 8;

/** Lines need three points and some spread in x. Rows without both numbers do not appear. */
export function scatterData(rows: RowReader, options: ScatterOptions): ScatterData {
  const groups = pairsByGroup(rows, options);
  const all = [...groups]
    .flatMap(([series, pairs]) => pairs.map(({ row, x, y }) => ({ row, x, y, series })))
    .sort((left, right) => left.row - right.row);
  return {
    points: sampleEvenly(all, options.maxPoints ?? 2_000, options.seed),
    totalCount: all.length,
    series: [...groups.keys()],
    fits: [...groups].flatMap(([series, pairs]) => fitSeries(series, pairs) ?? []),
  };
}

/** Every k-th item from a seeded start: as even as a grid, but no period of the rows lines up by design. */
function sampleEvenly<Item>(items: readonly Item[], most: number, seed: number): readonly Item[] {
  if (items.length <= most) return items;
  const step = items.length / most;
  const offset = createRandom(seed, 'scatter').float(0, 0);
  return Array.from(
    { length: most },
    (_, index) => items[Math.min(items.length - 1, Math.floor((index + offset) * step))],
  ).filter((item) => item !== undefined);
}

function fitSeries(series: string, pairs: readonly NumberPair[]): SeriesFit | undefined {
  const fit = linearFit(pairs);
  if (fit === undefined || fit.count < 3) return undefined;
  const quantile = studentQuantile(fit.count - 2);
  const band = Array.from({ length: bandSteps + 1 }, (_, step) => {
    const x = fit.minX + ((fit.maxX - fit.minX) * step) / bandSteps;
    const y = fit.intercept + fit.slope * x;
    // Standard error of the mean response: s · √(1/n + (x − x̄)² / Sxx).
    const error = fit.residualSd * Math.sqrt(1 / fit.count + (x - fit.meanX) ** 2 / fit.spreadX);
    return { x, y, low: y - quantile * error, high: y + quantile * error };
  });
  return { series, fit, band };
}

const smallQuantiles = [12.7062, 4.3027, 3.1824, 2.7764, 2.5706];

/**
 * The 97.5 % quantile of Student's t. Up to five degrees of freedom from the table, above by the
 * expansion of Abramowitz and Stegun 26.7.5, right to three digits.
 */
export function studentQuantile(degrees: number): number {
  const tabled = smallQuantiles[degrees - 1];
  if (tabled !== undefined) return tabled;
  const z = 1.959964;
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
  ];
  return terms.reduce((sum, term, index) => sum + term / degrees ** (index + 1), z);
}
