/** Points and fitted lines of a scatter chart: a bounded, evenly spread sample of points, lines over all rows. */
import { createRandom } from '#core/base/random.ts';
import { groupNames } from './column-role.ts';
import { fitColumns, type LinearFit } from '#core/base/linear-fit.ts';
import { spearmanOf } from './pair-statistics.ts';
import type { PairColumns, RowReader } from '#core/rows/row-reader.ts';
import { readCodes, readNumbers } from './vectors.ts';

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
  /** Its `r` is Pearson's, over all rows of the group. */
  readonly fit: LinearFit;
  /** Spearman's rho, -1 to 1; 0 when y does not vary. */
  readonly rho: number;
  /** Nine points from the least to the greatest x; the band is narrowest at the mean. */
  readonly band: readonly BandPoint[];
}

export interface ScatterData {
  readonly kind: 'scatter';
  /** In row order. */
  readonly points: readonly ScatterPoint[];
  /** Rows that have both numbers; more than `points` when these are a sample. */
  readonly totalCount: number;
  /** Groups in order of first appearance, over all rows. */
  readonly series: readonly string[];
  /** The groups with the most rows, at most twelve, in order of first appearance. */
  readonly fits: readonly SeriesFit[];
  /** All groups as one, when there are several: what the law would look like without them. */
  readonly pooled?: Pick<SeriesFit, 'fit' | 'rho'>;
}

export interface ScatterOptions extends PairColumns {
  /** Decides which points a sample shows. */
  readonly seed: number;
  /** Most points; 2,000 when absent. */
  readonly maxPoints?: number;
}

const bandSteps = 8;
const mostFits = 12;

/** Lines need three points and some spread in x. Rows without both numbers do not appear. */
export function scatterData(rows: RowReader, options: ScatterOptions): ScatterData {
  const groups = readGroups(rows, options);
  const { order, names } = groups;
  const shown = sampleEvenly(order, options.maxPoints ?? 2_000, options.seed);
  const members = splitByGroup(groups);
  const largest = [...members.keys()]
    .toSorted((a, b) => (members.get(b)?.length ?? 0) - (members.get(a)?.length ?? 0))
    .slice(0, mostFits);
  const fits = largest
    .toSorted((a, b) => a - b)
    .flatMap((code) => fitSeries(names[code] ?? '', take(groups, members.get(code))) ?? []);
  const pooled = members.size > 1 ? pooledOf(take(groups, order)) : undefined;
  return {
    kind: 'scatter',
    points: Array.from(shown, (row) => ({
      row,
      x: groups.x[row] ?? 0,
      y: groups.y[row] ?? 0,
      series: names[groups.codes[row] ?? 0] ?? '',
    })),
    totalCount: order.length,
    series: names.filter((_, code) => members.has(code)),
    fits,
    ...(pooled === undefined ? {} : { pooled }),
  };
}

interface Groups {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly codes: Int32Array;
  readonly names: readonly string[];
  /** Rows that have both numbers and a group, ascending. */
  readonly order: Uint32Array;
}

function readGroups(rows: RowReader, options: PairColumns): Groups {
  const x = readNumbers(rows, options.x);
  const y = readNumbers(rows, options.y);
  const coded = options.by === undefined ? undefined : readCodes(rows, options.by);
  const codes = coded?.codes ?? new Int32Array(x.length);
  const order = new Uint32Array(x.length);
  let count = 0;
  for (let row = 0; row < x.length; row += 1) {
    if ((codes[row] ?? -1) < 0 || !Number.isFinite(x[row]) || !Number.isFinite(y[row])) continue;
    order[count] = row;
    count += 1;
  }
  const names = coded === undefined ? [''] : groupNames(coded);
  return { x, y, codes, names, order: order.subarray(0, count) };
}

/** Row numbers by code, in order of first appearance. */
function splitByGroup({ codes, order }: Groups): ReadonlyMap<number, Uint32Array> {
  const counts = new Map<number, number>();
  for (const row of order) {
    const code = codes[row] ?? 0;
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const members = new Map([...counts].map(([code, count]) => [code, new Uint32Array(count)]));
  const ends = new Map<number, number>();
  for (const row of order) {
    const code = codes[row] ?? 0;
    const end = ends.get(code) ?? 0;
    const own = members.get(code);
    if (own !== undefined) own[end] = row;
    ends.set(code, end + 1);
  }
  return members;
}

interface Pairs {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** By a loop: filling an array from another one by a function takes twenty times as long. */
function take({ x, y }: Groups, order: Uint32Array = new Uint32Array()): Pairs {
  const taken = { x: new Float64Array(order.length), y: new Float64Array(order.length) };
  for (let index = 0; index < order.length; index += 1) {
    const row = order[index] ?? 0;
    taken.x[index] = x[row] ?? 0;
    taken.y[index] = y[row] ?? 0;
  }
  return taken;
}

function pooledOf({ x, y }: Pairs): ScatterData['pooled'] | undefined {
  const fit = x.length < 3 ? undefined : fitColumns(x, y);
  return fit === undefined ? undefined : { fit, rho: spearmanOf(x, y) ?? 0 };
}

/** Every k-th item from a seeded start: as even as a grid, but no period of the rows lines up by design. */
function sampleEvenly(rows: Uint32Array, most: number, seed: number): Uint32Array {
  if (rows.length <= most) return rows;
  const step = rows.length / most;
  const offset = createRandom(seed, 'scatter').float(0, 0);
  return Uint32Array.from(
    { length: most },
    (_, index) => rows[Math.min(rows.length - 1, Math.floor((index + offset) * step))] ?? 0,
  );
}

function fitSeries(series: string, { x, y }: Pairs): SeriesFit | undefined {
  const fit = fitColumns(x, y);
  if (fit === undefined || fit.count < 3) return undefined;
  const quantile = studentQuantile(fit.count - 2);
  const band = Array.from({ length: bandSteps + 1 }, (_, step) => {
    const at = fit.minX + ((fit.maxX - fit.minX) * step) / bandSteps;
    const middle = fit.intercept + fit.slope * at;
    // Standard error of the mean response: s · √(1/n + (x − x̄)² / Sxx).
    const error = fit.residualSd * Math.sqrt(1 / fit.count + (at - fit.meanX) ** 2 / fit.spreadX);
    return { x: at, y: middle, low: middle - quantile * error, high: middle + quantile * error };
  });
  return { series, fit, rho: spearmanOf(x, y) ?? 0, band };
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
