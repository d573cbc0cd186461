/** How near each made row comes to a real one, held against how near real rows are to each other. */
import type { Column } from '#core/design/design.ts';
import { foldText } from './duplicates.ts';
import { groupKey, isFiniteNumber, type RowReader } from '#core/rows/row-reader.ts';
import { quantile, sortedNumbers } from './sort-order.ts';

export interface CopyCheck {
  /** Rows looked at, spread evenly over all. */
  readonly madeCount: number;
  readonly realCount: number;
  /** Looked-at rows that equal a real row in every compared column. */
  readonly identicalCount: number;
  /** Median distance to the nearest real row, 0 to 1, of made rows and of real rows to another real one. */
  readonly madeMedian: number;
  readonly realMedian: number;
  /** Share of made rows nearer to a real row than all but 5 % of real rows are to each other. */
  readonly closeShare: number;
  /** The nearest made rows, nearest first; at most twenty. */
  readonly nearest: readonly {
    readonly row: number;
    readonly real: number;
    readonly distance: number;
  }[];
  /** More rows are near or equal to real ones than chance explains. */
  readonly isAlarm: boolean;
}

interface Compared {
  readonly made: RowReader;
  readonly real: RowReader;
  readonly columns: readonly Column[];
}

const mostMade = 1_000;
const mostReal = 2_000;
const mostNearest = 20;
/** Twice the share that would be as near by chance. */
const alarmShare = 0.1;
const alarmExcess = 0.01;

/**
 * Gower's distance (1971): the mean over columns of |a − b| / range for numbers and of 0 or 1 for other
 * values, texts being equal when they are after case, accents and punctuation are set aside. Null is a
 * value; a column in which a row holds nothing does not count.
 */
export function* copySteps({ made, real, columns }: Compared): Generator<undefined, CopyCheck> {
  const realRows = spread(real.rowCount, mostReal);
  const madeRows = spread(made.rowCount, mostMade);
  const realSet = readPoints(real, columns, realRows);
  const madeSet = readPoints(made, columns, madeRows);
  const scales = scalesOf(realSet);
  const distances = new Float64Array(madeRows.length);
  const partners = new Uint32Array(madeRows.length);
  for (const at of madeRows.keys()) {
    const best = nearestOf(madeSet[at] ?? [], realSet, { scales, skip: -1 });
    distances[at] = best.distance;
    partners[at] = best.index;
    if (at % 50 === 0) yield;
  }
  const measured = spread(realRows.length, mostMade);
  const between = new Float64Array(measured.length);
  for (const [at, index] of measured.entries()) {
    between[at] = nearestOf(realSet[index] ?? [], realSet, { scales, skip: index }).distance;
    if (at % 50 === 0) yield;
  }
  const order = [...madeRows.keys()].toSorted((a, b) => (distances[a] ?? 0) - (distances[b] ?? 0));
  return {
    ...verdictOf(distances, between),
    madeCount: madeRows.length,
    realCount: realRows.length,
    nearest: order.slice(0, mostNearest).map((at) => ({
      row: madeRows[at] ?? 0,
      real: realRows[partners[at] ?? 0] ?? 0,
      distance: distances[at] ?? 0,
    })),
  };
}

function verdictOf(made: Float64Array, real: Float64Array) {
  const [sortedMade, sortedReal] = [sortedNumbers(made), sortedNumbers(real)];
  const fence = quantile(sortedReal, 0.05);
  const share = (values: Float64Array, isIn: (value: number) => boolean): number =>
    values.length === 0 ? 0 : values.filter(isIn).length / values.length;
  const closeShare = share(sortedMade, (distance) => distance < fence);
  const identical = share(sortedMade, (distance) => distance === 0);
  const realIdentical = share(sortedReal, (distance) => distance === 0);
  return {
    identicalCount: Math.round(identical * sortedMade.length),
    madeMedian: quantile(sortedMade, 0.5),
    realMedian: quantile(sortedReal, 0.5),
    closeShare,
    isAlarm: closeShare > alarmShare || identical > realIdentical + alarmExcess,
  };
}

/** At most `most` row numbers, evenly spread. */
function spread(rowCount: number, most: number): readonly number[] {
  const count = Math.min(rowCount, most);
  return Array.from({ length: count }, (_, index) => Math.floor((index * rowCount) / count));
}

/** A number, a text to compare, null, or nothing. */
type Coordinate = number | string | null | undefined;

function readPoints(
  rows: RowReader,
  columns: readonly Column[],
  chosen: readonly number[],
): readonly (readonly Coordinate[])[] {
  return chosen.map((row) =>
    columns.map(({ id }) => {
      const value = rows.value(id, row);
      if (value === null || isFiniteNumber(value)) return value;
      if (typeof value === 'string') return foldText(value) || value;
      return groupKey(value);
    }),
  );
}

function scalesOf(points: readonly (readonly Coordinate[])[]): readonly number[] {
  return (points[0] ?? []).map((_, column) => {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const point of points) {
      const value = point[column];
      if (typeof value !== 'number') continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return high > low ? high - low : 1;
  });
}

function nearestOf(
  point: readonly Coordinate[],
  others: readonly (readonly Coordinate[])[],
  { scales, skip }: { readonly scales: readonly number[]; readonly skip: number },
): { readonly index: number; readonly distance: number } {
  let best = { index: 0, distance: Number.POSITIVE_INFINITY };
  for (let index = 0; index < others.length; index += 1) {
    if (index === skip) continue;
    const distance = gower(point, others[index] ?? [], scales);
    if (distance < best.distance) best = { index, distance };
  }
  return best;
}

function gower(
  a: readonly Coordinate[],
  b: readonly Coordinate[],
  scales: readonly number[],
): number {
  let [sum, count] = [0, 0];
  for (let column = 0; column < scales.length; column += 1) {
    const [one, other] = [a[column], b[column]];
    if (one === undefined || other === undefined) continue;
    count += 1;
    if (typeof one === 'number' && typeof other === 'number')
      sum += Math.min(1, Math.abs(one - other) / (scales[column] ?? 1));
    else if (one !== other) sum += 1;
  }
  // Rows that share no value are as far apart as rows can be.
  return count === 0 ? 1 : sum / count;
}
