/**
 * What the values of one field are like: kind, range, shares, format. Enough to make a column from and to
 * tell a model what belongs there, without any value that occurs only once or twice.
 */
import type { JsonValue } from '#core/base/json.ts';
import type { ColumnType } from '#core/design/design.ts';
import { textFormat, type TextFormat } from './text-format.ts';

export interface ValueShare {
  readonly value: string;
  readonly count: number;
}

interface Common {
  readonly type: ColumnType;
  /** Values that are there, without blanks. */
  readonly count: number;
  readonly blanks: number;
  readonly distinct: number;
}

export type FieldProfile =
  | (Common & { readonly kind: 'blank' | 'list' | 'object' | 'uuid' })
  | (Common & { readonly kind: 'boolean'; readonly trueShare: number })
  | (Common & {
      readonly kind: 'number';
      readonly low: number;
      readonly high: number;
      readonly mean: number;
      readonly deviation: number;
      readonly decimalPlaces: number;
      /** Given when the numbers count on in equal steps, row by row. */
      readonly step?: number;
    })
  | (Common & {
      readonly kind: 'moment';
      readonly low: string;
      readonly high: string;
    })
  | (Common & { readonly kind: 'category'; readonly values: readonly ValueShare[] })
  | (Common & {
      readonly kind: 'text';
      readonly words: readonly [low: number, high: number];
      readonly format?: TextFormat;
    });

export type ProfileOf<Kind extends FieldProfile['kind']> = Extract<FieldProfile, { kind: Kind }>;

const mostCategories = 20;
/** A field is numeric when at most this share of its values is something else, which is in no figure of it. */
const mostMisfits = 0.1;

/** Blanks are null and the empty text. Takes time linear in the values. */
export function profileField(values: readonly JsonValue[]): FieldProfile {
  const there = values.filter((value) => value !== null && value !== '');
  const distinct = new Set(there.map((value) => JSON.stringify(value))).size;
  const common = { count: there.length, blanks: values.length - there.length, distinct };
  if (there.length === 0) return { kind: 'blank', type: 'text', ...common };
  if (there.every((value) => typeof value === 'boolean')) {
    const trueShare = there.filter(Boolean).length / there.length;
    return { kind: 'boolean', type: 'boolean', ...common, trueShare };
  }
  if (there.every(Array.isArray)) return { kind: 'list', type: 'list', ...common };
  if (there.every((value) => typeof value === 'object'))
    return { kind: 'object', type: 'object', ...common };
  const numbers = there.filter((value) => typeof value === 'number');
  if (numbers.length >= (1 - mostMisfits) * there.length)
    return profileNumbers(numbers, {
      ...common,
      isComplete: numbers.length === values.length,
    });
  return profileTexts(there.map(plain), common);
}

function plain(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

type Counts = Omit<Common, 'type'>;

function profileNumbers(
  numbers: readonly number[],
  { isComplete, ...common }: Counts & { readonly isComplete: boolean },
): FieldProfile {
  const { length } = numbers;
  let [low, high, sum] = [Infinity, -Infinity, 0];
  let decimalPlaces = 0;
  for (const value of numbers) {
    low = Math.min(low, value);
    high = Math.max(high, value);
    sum += value / length;
    decimalPlaces = Math.max(decimalPlaces, placesOf(value));
  }
  const spread = numbers.reduce((total, value) => total + (value - sum) ** 2 / length, 0);
  const step = isComplete ? stepOf(numbers) : undefined;
  return {
    kind: 'number',
    type: decimalPlaces === 0 ? 'integer' : 'decimal',
    ...common,
    low,
    high,
    mean: sum,
    deviation: Math.sqrt(spread),
    decimalPlaces,
    ...(step === undefined ? {} : { step }),
  };
}

function placesOf(value: number): number {
  const text = String(value);
  return text.includes('e') ? 0 : Math.min(12, text.split('.')[1]?.length ?? 0);
}

/** Three or more whole numbers, each as far from the one before. */
function stepOf(numbers: readonly number[]): number | undefined {
  const [first = 0, second = 0] = numbers;
  const step = second - first;
  const isEven = numbers.every((value, index) => value === first + index * step);
  return numbers.length >= 3 && step !== 0 && isEven && Number.isInteger(step) ? step : undefined;
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const dayPattern = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const momentPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?$/;

function profileTexts(texts: readonly string[], common: Counts): FieldProfile {
  if (texts.every((text) => uuidPattern.test(text)))
    return { kind: 'uuid', type: 'text', ...common };
  const isDays = texts.every((text) => dayPattern.test(text));
  const isMoments = texts.every((text) => momentPattern.test(text));
  // The calendar has the last word: there is no 30th of February.
  if ((isDays || isMoments) && texts.every((text) => !Number.isNaN(Date.parse(text)))) {
    const [low = '', high = ''] = bounds(texts);
    return { kind: 'moment', type: isDays ? 'date' : 'datetime', ...common, low, high };
  }
  const isShort = texts.every((text) => text.length <= 60);
  const isCategory = common.distinct <= Math.min(mostCategories, texts.length / 2);
  if (isShort && isCategory)
    return { kind: 'category', type: 'text', ...common, values: countValues(texts) };
  const words = texts.map((text) => text.trim().split(/\s+/).length);
  const fewest = words.reduce((least, count) => Math.min(least, count), Infinity);
  const most = words.reduce((highest, count) => Math.max(highest, count), 0);
  const format = textFormat(texts);
  return {
    kind: 'text',
    type: 'text',
    ...common,
    words: [fewest, most],
    ...(format === undefined ? {} : { format }),
  };
}

function bounds(texts: readonly string[]): readonly string[] {
  const sorted = texts.toSorted();
  return [sorted[0] ?? '', sorted.at(-1) ?? ''];
}

/** The most frequent first. */
function countValues(texts: readonly string[]): readonly ValueShare[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}
