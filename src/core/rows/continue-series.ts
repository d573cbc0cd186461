/** What comes before and after values that stand below each other, as the fill handle of spreadsheets continues them. */
import type { JsonValue } from '#core/base/json.ts';
import { parseIsoMoment, unitMs } from '#core/design/iso-moment.ts';

/** The value at a place: 0 for the first of those given, negative before it. */
export type Series = (place: number) => JsonValue;

type Proposal = (place: number) => JsonValue | undefined;

/**
 * The series that goes through these values, at least one, at places 0, 1 and so on. Two numbers or more
 * with equal steps go on with them; so do ISO dates, in months where they are of one day of the month, and
 * texts that end in a number behind the same words. One date goes on by a day (a month by a month), one
 * text by 1. Anything else is repeated from its beginning, also where a step would leave what can be written.
 */
export function continueSeries(values: readonly JsonValue[]): Series {
  const repeated: Series = (place) => values.at(place % values.length) ?? null;
  const proposals = [numbers(values), moments(values), countedTexts(values)];
  const through = proposals.find((propose) =>
    values.every((value, place) => propose?.(place) === value),
  );
  return through === undefined ? repeated : (place) => through(place) ?? repeated(place);
}

function areAll<Kind extends JsonValue>(
  values: readonly JsonValue[],
  isKind: (value: JsonValue) => value is Kind,
): values is readonly Kind[] {
  return values.every(isKind);
}

const isNumber = (value: JsonValue): value is number => typeof value === 'number';
const isText = (value: JsonValue): value is string => typeof value === 'string';

/** Sums are rounded to the decimal places of the numbers given: 0.1 and 0.2 go on with 0.3. */
function numbers(values: readonly JsonValue[]): Proposal | undefined {
  if (!areAll(values, isNumber)) return undefined;
  const [first, second] = values;
  if (first === undefined || second === undefined) return undefined;
  const places = Math.max(...values.map(decimalPlaces));
  return (place) => {
    const sum = first + place * (second - first);
    const rounded = places > mostPlaces ? sum : Number(sum.toFixed(places));
    // A zero without a sign: it is written without one.
    return Number.isFinite(rounded) ? rounded + 0 : undefined;
  };
}

/** What `toFixed` takes. */
const mostPlaces = 100;

/** Infinite where the number is written with an exponent. */
function decimalPlaces(value: number): number {
  const text = String(value);
  if (text.includes('e')) return Number.POSITIVE_INFINITY;
  return text.split('.')[1]?.length ?? 0;
}

const ending = /^([\s\S]*?)(\d{1,15})$/;

/** “Item 1” and “Item 2”. Below zero it counts up again, as spreadsheets do; leading zeros stay. */
function countedTexts(values: readonly JsonValue[]): Proposal | undefined {
  if (!areAll(values, isText)) return undefined;
  const [first, second] = values.map((value) => ending.exec(value));
  const [, words = '', digits = ''] = first ?? [];
  // A number alone is one value, whatever its type, and repeats.
  if (digits === '' || /\d$/.test(words) || (values.length === 1 && words === '')) return undefined;
  const start = Number(digits);
  const step = values.length === 1 ? 1 : Number(second?.[2]) - start;
  const width = digits.startsWith('0') ? digits.length : 0;
  return (place) => {
    const count = Math.abs(start + place * step);
    return Number.isSafeInteger(count) ? words + String(count).padStart(width, '0') : undefined;
  };
}

const isoForm = /^\d{4}-\d{2}(?:(-\d{2})(?:([T ])\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:?\d{2})?)?)?$/;

/** How a moment is written: which parts, and what stands between and behind them. */
interface Form {
  readonly hasDay: boolean;
  /** Between date and time; absent without a time. */
  readonly separator: string | undefined;
  readonly hasSeconds: boolean;
  readonly zone: string;
}

function formOf(text: string): Form | undefined {
  const match = isoForm.exec(text);
  if (match === null || parseIsoMoment(text) === undefined) return undefined;
  const [, day, separator, seconds, zone = ''] = match;
  return { hasDay: day !== undefined, separator, hasSeconds: seconds !== undefined, zone };
}

/** Moments are counted on the clock that is written, whatever its zone. */
function moments(values: readonly JsonValue[]): Proposal | undefined {
  if (!areAll(values, isText)) return undefined;
  const [text = '', next] = values;
  const form = formOf(text);
  if (form === undefined) return undefined;
  const [first, second] = [
    clockMs(text, form),
    next === undefined ? undefined : clockMs(next, form),
  ];
  if (first === undefined || (next !== undefined && second === undefined)) return undefined;
  const months = monthStep(first, second, form);
  const stepMs = (second ?? first + unitMs.D) - first;
  return (place) =>
    written(months === 0 ? first + place * stepMs : addMonths(first, place * months), form);
}

function clockMs(text: string, { zone }: Form): number | undefined {
  return text.endsWith(zone) ? parseIsoMoment(text.slice(0, text.length - zone.length)) : undefined;
}

/** Months between two moments of one day of the month and one time; 0 where days are to be counted. */
function monthStep(first: number, second: number | undefined, { hasDay }: Form): number {
  if (second === undefined) return hasDay ? 0 : 1;
  const months = monthOf(second) - monthOf(first);
  return addMonths(first, months) === second ? months : 0;
}

function monthOf(timeMs: number): number {
  const date = new Date(timeMs);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** The same day of another month, or its last where it has none such. */
function addMonths(timeMs: number, months: number): number {
  const date = new Date(timeMs);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months, 1);
  const last = new Date(date);
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  date.setUTCDate(Math.min(day, last.getUTCDate()));
  return date.getTime();
}

/** Undefined beyond the years that have four digits. */
function written(timeMs: number, form: Form): string | undefined {
  const date = new Date(timeMs);
  if (!(timeMs >= firstMs && timeMs < lastMs)) return undefined;
  const iso = date.toISOString();
  const { hasDay, separator, hasSeconds, zone } = form;
  const time = separator === undefined ? '' : separator + iso.slice(11, hasSeconds ? 19 : 16);
  return iso.slice(0, hasDay ? 10 : 7) + time + zone;
}

const firstMs = parseIsoMoment('0000-01-01') ?? 0;
const lastMs = (parseIsoMoment('9999-12-31') ?? 0) + unitMs.D;
