/** Numbers, dates and truth values of the demo model, by the field's range or what its name suggests. */
import type { TaskField } from '#core/llm/row-task.ts';
import type { Draw } from './draw.ts';
import { wordsOf } from './meaning.ts';

interface Range {
  readonly low: number;
  readonly high: number;
}

/** Usual ranges by name; the first that fits. */
const ranges: readonly (readonly [RegExp, Range])[] = [
  [/\bage\b/, { low: 18, high: 85 }],
  [/\byear\b/, { low: 1990, high: 2025 }],
  [/\bmonth\b/, { low: 1, high: 12 }],
  [/\bhour\b/, { low: 0, high: 23 }],
  [/\b(?:rating|stars)\b/, { low: 1, high: 5 }],
  [/\bpopulation\b/, { low: 12_000, high: 9_500_000 }],
  [/\b(?:salary|income|revenue|budget)\b/, { low: 28_000, high: 160_000 }],
  [/\b(?:price|cost|charge|amount|fee|total|balance)\b/, { low: 8, high: 900 }],
  [/\b(?:percent|percentage|share|rate)\b/, { low: 1, high: 100 }],
  [/\b(?:probability|confidence|ratio|likelihood)\b/, { low: 0, high: 1 }],
  [/\b(?:quantity|inventory|stock|count|units?)\b/, { low: 1, high: 240 }],
  [/\blatitude\b/, { low: -60, high: 70 }],
  [/\blongitude\b/, { low: -180, high: 180 }],
  [/\btemperature\b/, { low: -5, high: 35 }],
  [/\b(?:duration|minutes|seconds|length)\b/, { low: 2, high: 180 }],
  [/\bweight\b/, { low: 1, high: 90 }],
  [/\bheight\b/, { low: 40, high: 210 }],
  [/\b(?:ids?|number|code)\b/, { low: 100_000, high: 999_999 }],
];

export function numberValue(field: TaskField, draw: Draw): number {
  const words = wordsOf(`${field.name} ${field.unit ?? ''}`);
  const usual = ranges.find(([pattern]) => pattern.test(words))?.[1] ?? { low: 1, high: 100 };
  const { low, high } = rangeOf(field, usual);
  if (field.type === 'decimal') return decimalIn(low, high, draw);
  const first = Math.ceil(low);
  const count = Math.max(1, Math.floor(high) - first + 1);
  return (
    first + (field.isUnique === true ? draw.walk(count) : Math.floor(draw.chance('number') * count))
  );
}

function rangeOf({ range }: TaskField, usual: Range): Range {
  if (range?.low === undefined && range?.high === undefined) return usual;
  const width = usual.high - usual.low;
  const low = range.low ?? Math.min(usual.low, (range.high ?? 0) - width);
  return { low, high: Math.max(low, range.high ?? Math.max(usual.high, low + width)) };
}

function decimalIn(low: number, high: number, draw: Draw): number {
  const value = low + draw.chance('number') * (high - low);
  const rounded = Number(value.toFixed(high - low < 0.1 ? 6 : 2));
  return Math.min(high, Math.max(low, rounded));
}

/** Days of the years 2020 to 2025. */
const firstDayMs = Date.UTC(2020, 0, 1);
const dayMs = 86_400_000;
const dayCount = 2_192;

/** `YYYY-MM-DD`, or a date and time in UTC to the minute. */
export function dateValue(field: TaskField, draw: Draw): string {
  const isBirth = /\b(?:birth|born|dob)\b/.test(wordsOf(field.name));
  const dayStart = firstDayMs + draw.walk(dayCount, 'day') * dayMs;
  const shiftMs = isBirth ? -dayMs * 365 * (18 + Math.floor(draw.chance('age') * 50)) : 0;
  const minuteMs = Math.floor(draw.chance('minute') * 1_440) * 60_000;
  const text = new Date(dayStart + shiftMs + minuteMs).toISOString();
  return field.type === 'date' ? text.slice(0, 10) : `${text.slice(0, 19)}Z`;
}

export function booleanValue(draw: Draw): boolean {
  return draw.chance('boolean') < 0.5;
}
