/** What a set rule still lacks, in words for the requests to come; the arithmetic that its kinds share. */
import { findColumn, type DatasetDesign } from '#core/design/design.ts';
import { everything } from '#core/design/interval.ts';
import type { Range } from '#core/design/law/law.ts';
import type { RowReader } from '#core/rows/row-reader.ts';

export interface Residual {
  /** Where the rows stand, such as `80 % of 40 rows have type OLED`; no full stop. */
  readonly standing: string;
  /** What the rows to come are to do about it, such as `aim for 30 % in the rows to come`. */
  readonly advice: string;
  /** How far from the rule, to find the worst of several groups; greater is worse. */
  readonly lack: number;
  /** Empty where the rule has no groups. */
  readonly group: string;
  /** What rows that follow the advice have; undefined where every request is told the same. */
  readonly aim?: number | undefined;
}

/** What the request for a row that is on its way was told. */
export interface ToldRow {
  /** A number of its own. */
  readonly request: number;
  /** By group. */
  readonly aims: ReadonlyMap<string, number>;
}

/** The rows of a dataset while they are written. Of long datasets every k-th row stands for its neighbours. */
export interface OpenRows extends RowReader {
  /** k, with which counts are told. */
  readonly stride: number;
  /** What a request in flight for this row was told of a rule; undefined when there is none. */
  readonly told?: ((ruleId: string, row: number) => ToldRow | undefined) | undefined;
}

/** Fewer written rows say nothing about a set. */
export const leastRows = 10;

/** What the part to come has to be for the whole to be as wanted, where the whole is the mean of its rows. */
export function aimOf(
  wanted: number,
  {
    soFar,
    written,
    left,
  }: { readonly soFar: number; readonly written: number; readonly left: number },
): number {
  return (wanted * (written + left) - soFar * written) / left;
}

/**
 * How far a measure is from where steering may rest: outside of what is wanted, or in the quarter at either end,
 * from which one request that is told nothing could take it out again. An end that lies where no measure can pass
 * is none. Requests in flight that were told nothing could each go as far, so the room to rest is shared among
 * them. Not above 0 where it may rest.
 */
export function lackOf(
  value: number,
  wanted: Range,
  { possible = everything, untoldRequests = 0 }: LackOptions = {},
): number {
  const half = (wanted.high - wanted.low) / 2;
  const end = half - half / 2 / (1 + untoldRequests);
  const below = wanted.low <= possible.low ? 0 : wanted.low + end - value;
  const above = wanted.high >= possible.high ? 0 : value - (wanted.high - end);
  // Decimal ends are inexact in binary.
  return Math.max(below, above) - 1e-12;
}

interface LackOptions {
  readonly possible?: Range;
  readonly untoldRequests?: number;
}

/** Where correlations lie. */
export const correlations: Range = { low: -1, high: 1 };

export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** Three digits are what a model can keep in mind. */
export function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}

export function countWords(count: number, { stride }: OpenRows): string {
  return `${count * stride} rows`;
}

export function nameOf(columnId: string, design: DatasetDesign): string {
  return findColumn(design, columnId)?.name ?? columnId;
}
