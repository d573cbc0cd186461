/**
 * Which columns are drawn moments, and where these lie, so that rules about their order can be kept as
 * rules about numbers are. Rules compare the texts of moments, and a text that ends earlier comes before
 * those that go on with it: `2024-01-31` stands for the first instant of that day, and lies before it.
 */
import { fillsOf } from '#core/design/column-facts.ts';
import type { Column } from '#core/design/design.ts';
import type { Fill, FillOf } from '#core/design/fill.ts';
import { parseIsoMoment, unitMs } from '#core/design/iso-moment.ts';
import { everything } from '#core/design/interval.ts';
import type { Range } from '#core/design/law/law.ts';
import { momentSteps, type MomentSteps } from '#core/design/moment-steps.ts';

/** How the moments of a column look. */
export interface MomentForm {
  /** Characters of a text: 10 for `2024-01-31`, 19 for `2024-01-31T00:00:00`. */
  readonly length: 10 | 19;
  /** Milliseconds; what is written is a whole number of it, what is finer is not written. */
  readonly stepMs: number;
}

/** The distance of a moment from the one it is counted from, in milliseconds. */
export interface CountedFrom extends Range {
  readonly columnId: string;
  /** Its distances are whole numbers of it. */
  readonly apartMs: number;
  /** How much earlier than that the written moment may be, because its time of day is not written. */
  readonly cutOff: number;
}

type MomentFill = FillOf<'datetime'> | FillOf<'timedelta'>;

const formatLengths: ReadonlyMap<string, 10 | 19> = new Map([
  ['%Y-%m-%d', 10],
  ['%Y-%m-%dT%H:%M:%S', 19],
]);

/** Undefined for a column that is drawn otherwise in any row, or written in another form than ISO 8601. */
export function momentForm(column: Column | undefined): MomentForm | undefined {
  if (column === undefined || momentFills(column) === undefined) return undefined;
  const own = column.type === 'date' ? 10 : 19;
  const length = column.convertTo === undefined ? own : formatLengths.get(column.convertTo);
  if (length === undefined) return undefined;
  return { length, stepMs: own === 10 || length === 10 ? unitMs.D : unitMs.s };
}

/** At which moments the values of a column can lie. */
export interface MomentGrid {
  /** Milliseconds; each moment is a whole number of it. */
  readonly stepMs: number;
  /** Least distance of two different moments in milliseconds; more than `stepMs` for months and years. */
  readonly apartMs: number;
  /** The first moment of the grid at or after another one. */
  next(timeMs: number): number;
  /** The last moment of the grid at or before another one. */
  last(timeMs: number): number;
}

/** Of what is written; `column` is one with a form. */
export function momentGrid(column: Column, columns: ReadonlyMap<string, Column>): MomentGrid {
  const unit = calendarUnit(column);
  if (unit === undefined) return evenGrid(gridMs(column, columns, []));
  const steps = momentSteps(unit);
  return {
    stepMs: unitMs.D,
    apartMs: (unit === 'M' ? 28 : 365) * unitMs.D,
    next: (timeMs) => steps.timeMs(steps.from(timeMs)),
    last: (timeMs) => steps.timeMs(steps.from(timeMs + 1) - 1),
  };
}

export function evenGrid(stepMs: number): MomentGrid {
  return {
    stepMs,
    apartMs: stepMs,
    next: (timeMs) => Math.ceil(timeMs / stepMs) * stepMs,
    last: (timeMs) => Math.floor(timeMs / stepMs) * stepMs,
  };
}

/** The unit, where every row is drawn in months or every row in years. */
function calendarUnit(column: Column): 'M' | 'Y' | undefined {
  const [first, ...more] = momentFills(column) ?? [];
  if (first === undefined || (first.unit !== 'M' && first.unit !== 'Y')) return undefined;
  return more.every(({ unit }) => unit === first.unit) ? first.unit : undefined;
}

function gridMs(
  column: Column | undefined,
  columns: ReadonlyMap<string, Column>,
  seen: readonly string[],
): number {
  const form = momentForm(column);
  if (column === undefined || form === undefined || seen.includes(column.id)) return unitMs.s;
  const steps = (momentFills(column) ?? []).map((fill) => {
    if (fill.kind === 'datetime') return Math.min(unitMs.D, unitDays[fill.unit]);
    const from = gridMs(columns.get(fill.reference), columns, [...seen, column.id]);
    return Math.min(from, unitMs[fill.unit]);
  });
  return Math.max(form.stepMs, Math.min(...steps));
}

/** Where the written moments of a column lie by its own fills; `everything` where they are counted from others. */
export function momentRange(column: Column): Range {
  const form = momentForm(column);
  const ranges = (momentFills(column) ?? []).map((fill) => fillRange(fill));
  if (form === undefined || ranges.length === 0) return everything;
  const floor = (timeMs: number): number => Math.floor(timeMs / form.stepMs) * form.stepMs;
  return {
    low: floor(Math.min(...ranges.map(({ low }) => low))),
    high: floor(Math.max(...ranges.map(({ high }) => high))),
  };
}

/** Undefined unless all rows count from the same column, and that one is a drawn moment too. */
export function countedFrom(
  column: Column,
  columns: ReadonlyMap<string, Column>,
): CountedFrom | undefined {
  const form = momentForm(column);
  const fills = momentFills(column) ?? [];
  const [first] = fills;
  if (form === undefined || first?.kind !== 'timedelta') return undefined;
  const counterpart = columns.get(first.reference);
  if (counterpart === undefined || momentForm(counterpart) === undefined) return undefined;
  const counted = fills.filter((fill) => fill.kind === 'timedelta');
  if (counted.length < fills.length || counted.some((one) => one.reference !== first.reference))
    return undefined;
  const low = Math.min(...counted.map((one) => Math.ceil(one.dtMin) * unitMs[one.unit]));
  const high = Math.max(...counted.map((one) => (Math.ceil(one.dtMax) - 1) * unitMs[one.unit]));
  const { stepMs } = form;
  const columnId = first.reference;
  const apartMs = Math.min(...counted.map(({ unit }) => unitMs[unit]));
  if (gridMs(counterpart, columns, []) % stepMs !== 0)
    return { columnId, low, high, apartMs: unitMs.s, cutOff: stepMs - unitMs.s };
  const written = (timeMs: number): number => Math.floor(timeMs / stepMs) * stepMs;
  return {
    ...{ columnId, low: written(low), high: written(high) },
    ...{ apartMs: Math.max(stepMs, apartMs), cutOff: 0 },
  };
}

/** About how far the written moments of a column lie apart, in milliseconds: the most among its fills. */
export function momentGrain(column: Column): number {
  const fills = momentFills(column) ?? [];
  const step = momentForm(column)?.stepMs ?? 0;
  return Math.max(step, ...fills.map(({ unit }) => unitDays[unit]));
}

const unitDays = { ...unitMs, M: 30 * unitMs.D, Y: 365 * unitMs.D } as const;

/** A moment keeps to the range when its text does: what is not written, such as the time of day, is free. */
export function unwritten({ low, high }: Range, { stepMs }: MomentForm): Range {
  return {
    low: Math.ceil(low / stepMs) * stepMs,
    high: Math.floor(high / stepMs) * stepMs + stepMs - 1,
  };
}

/** Whether a moment of the fill keeps to the range; true where that is not known. */
export function hasMomentWithin(fill: FillOf<'datetime'>, range: Range, form: MomentForm): boolean {
  const span = fillSpan(fill);
  if (span === undefined) return true;
  const { first, next } = cutSpan(span, momentSteps(fill.unit), unwritten(range, form));
  return first < next;
}

/** The steps of a unit from `first`, included, to `next`, not included. */
export interface StepSpan {
  readonly first: number;
  readonly next: number;
}

/** What a range of moments, both ends included, leaves of a span; `next` is not above `first` where that is nothing. */
export function cutSpan({ first, next }: StepSpan, steps: MomentSteps, range: Range): StepSpan {
  const { low, high } = range;
  return {
    first: Number.isFinite(low) ? Math.max(first, steps.from(low)) : first,
    next: Number.isFinite(high) ? Math.min(next, steps.from(high + 1)) : next,
  };
}

/** Undefined for what is no date. */
function fillSpan({ start, end, unit }: FillOf<'datetime'>): StepSpan | undefined {
  const [from, to] = [parseIsoMoment(start), parseIsoMoment(end)];
  const steps = momentSteps(unit);
  return from === undefined || to === undefined
    ? undefined
    : { first: steps.from(from), next: steps.from(to) };
}

/** What a rule writes as a moment: its first instant and its number of characters. */
export function writtenMoment(
  text: string,
): { readonly timeMs: number; readonly length: number } | undefined {
  const isPlain = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?)?)?)?$/.test(text);
  const timeMs = isPlain ? parseIsoMoment(text) : undefined;
  return timeMs === undefined ? undefined : { timeMs, length: text.length };
}

function momentFills(column: Column): readonly MomentFill[] | undefined {
  const fills = fillsOf(column);
  return fills.every(isMoment) ? fills : undefined;
}

function isMoment(fill: Fill): fill is MomentFill {
  return fill.kind === 'datetime' || fill.kind === 'timedelta';
}

function fillRange(fill: MomentFill): Range {
  if (fill.kind === 'timedelta') return everything;
  const { first, next } = fillSpan(fill) ?? { first: 0, next: 0 };
  const steps = momentSteps(fill.unit);
  return next > first ? { low: steps.timeMs(first), high: steps.timeMs(next - 1) } : everything;
}
