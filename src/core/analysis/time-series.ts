/** Rows, or the mean of a number, along time: one point per day, week, month, quarter or year. */
import { rangeOf } from '#core/base/number-order.ts';
import { parseIsoMoment } from '#core/design/iso-moment.ts';
import { groupNames } from './column-role.ts';
import type { RowReader } from '#core/rows/row-reader.ts';
import { readCodes, readNumbers } from './vectors.ts';

export type Period = 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';

export interface SeriesPoint {
  /** Start of the period, milliseconds since the epoch, UTC. */
  readonly startMs: number;
  readonly count: number;
  /** Mean of the number, or the count when there is none. */
  readonly value: number;
}

export interface TimeSeries {
  readonly kind: 'series';
  readonly period: Period;
  /** The six largest groups in order of first appearance; one without a name when there are none. */
  readonly series: readonly { readonly name: string; readonly points: readonly SeriesPoint[] }[];
  /** Rows with a moment that could be read, and a number where one is drawn. */
  readonly count: number;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Longest span of time in milliseconds that each period is used for; at most some sixty points. */
const spans: readonly (readonly [Period, number])[] = [
  ['hour', 3 * dayMs],
  ['day', 62 * dayMs],
  ['week', 420 * dayMs],
  ['month', 5 * 366 * dayMs],
  ['quarter', 15 * 366 * dayMs],
];
const mostSeries = 6;

export interface SeriesColumns {
  readonly x: string;
  readonly y?: string | undefined;
  readonly by?: string | undefined;
}

export function timeSeries(rows: RowReader, columns: SeriesColumns): TimeSeries {
  const moments = readMoments(rows, columns.x);
  const period = choosePeriod(moments);
  const groups = sumsByGroup(rows, columns, { moments, period });
  const largest = [...groups.sums]
    .toSorted(([, a], [, b]) => rowsIn(b) - rowsIn(a))
    .slice(0, mostSeries);
  return {
    kind: 'series',
    period,
    count: [...groups.sums.values()].reduce((total, points) => total + rowsIn(points), 0),
    series: largest
      .toSorted(([a], [b]) => a - b)
      .map(([group, points]) => ({
        name: groups.names[group] ?? '',
        points: [...points]
          .toSorted(([a], [b]) => a - b)
          .map(([startMs, { count, sum }]) => ({
            startMs,
            count,
            value: columns.y === undefined ? count : sum / count,
          })),
      })),
  };
}

interface Sum {
  readonly count: number;
  readonly sum: number;
}

/** Rows and their sum by the start of a period. */
type Points = Map<number, Sum>;

interface Moments {
  readonly moments: Float64Array;
  readonly period: Period;
}

/** By group, as its code; one group of all rows where none is asked for. Without a number each row sums to 1. */
function sumsByGroup(
  rows: RowReader,
  { y, by }: SeriesColumns,
  { moments, period }: Moments,
): { readonly names: readonly string[]; readonly sums: ReadonlyMap<number, Points> } {
  const numbers = y === undefined ? undefined : readNumbers(rows, y);
  const coded = by === undefined ? undefined : readCodes(rows, by);
  const sums = new Map<number, Points>();
  moments.forEach((moment, row) => {
    const group = coded === undefined ? 0 : (coded.codes[row] ?? -1);
    const value = numbers === undefined ? 1 : (numbers[row] ?? Number.NaN);
    if (group < 0 || Number.isNaN(moment + value)) return;
    const points = sums.get(group) ?? new Map<number, Sum>();
    sums.set(group, points);
    addTo(points, periodStart(moment, period), value);
  });
  return { names: coded === undefined ? [''] : groupNames(coded), sums };
}

function addTo(points: Points, start: number, value: number): void {
  const { count, sum } = points.get(start) ?? { count: 0, sum: 0 };
  points.set(start, { count: count + 1, sum: sum + value });
}

function rowsIn(points: Points): number {
  let total = 0;
  for (const { count } of points.values()) total += count;
  return total;
}

/** Moments in milliseconds; dates repeat, so each text is read once. */
function readMoments(rows: RowReader, columnId: string): Float64Array {
  const { codes, values } = readCodes(rows, columnId);
  const read = values.map((value) =>
    typeof value === 'string' ? (parseIsoMoment(value) ?? Number.NaN) : Number.NaN,
  );
  return Float64Array.from(codes, (code) => read[code] ?? Number.NaN);
}

function choosePeriod(moments: Float64Array): Period {
  const { low, high } = rangeOf(moments);
  return spans.find(([, longest]) => high - low <= longest)?.[0] ?? 'year';
}

/** Weeks begin on Monday, as in ISO 8601. */
function periodStart(moment: number, period: Period): number {
  if (period === 'hour') return Math.floor(moment / hourMs) * hourMs;
  const day = Math.floor(moment / dayMs) * dayMs;
  if (period === 'day') return day;
  // 1 January 1970 was a Thursday.
  if (period === 'week') return day - ((((day / dayMs + 3) % 7) + 7) % 7) * dayMs;
  const date = new Date(moment);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  if (period === 'month') return Date.UTC(year, month, 1);
  return Date.UTC(year, period === 'quarter' ? month - (month % 3) : 0, 1);
}
