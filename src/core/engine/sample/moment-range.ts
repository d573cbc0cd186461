/** Which moments the must-rules leave of a column of dates, in one row or in all. */
import type { Column, DatasetDesign } from '#core/design/design.ts';
import type { Range } from '#core/design/law/law.ts';
import { momentForm, writtenMoment, type MomentForm } from '#core/design/order/drawn-moments.ts';
import type { Refusal } from '#core/engine/cell-draw.ts';
import { formatMoment } from './moment.ts';
import { nothingLeft, type EndOf } from './moving-range.ts';

/** Moments that are drawn here are as far away as the rule says; those of other columns are compared as they are written. */
export function createMomentEnd(design: DatasetDesign, form: MomentForm): EndOf {
  const drawn = new Set(
    design.columns.filter((column) => momentForm(column) !== undefined).map(({ id }) => id),
  );
  return (value, { columnId, add }, end) => {
    if (typeof value !== 'string') return undefined;
    const known = drawn.has(columnId) ? writtenMoment(value) : undefined;
    if (known !== undefined) return known.timeMs + add;
    const text = readMoment(value, form);
    if (text === undefined) return undefined;
    const { timeMs, order } = text;
    if (order === 'same') return timeMs + add;
    // A text that ends earlier comes before those that go on with it, whether the rule is strict or not.
    const isApart = order === (end === 'low' ? 'longer' : 'shorter');
    const gap = Math.abs(add) > form.stepMs ? Math.abs(add) : isApart ? form.stepMs : 0;
    return end === 'low' ? timeMs + gap : timeMs - gap;
  };
}

interface ReadMoment {
  readonly timeMs: number;
  /** Whether the text is as long as those of the column, as far as it is a moment. */
  readonly order: 'same' | 'shorter' | 'longer';
}

function readMoment(value: string, { length }: MomentForm): ReadMoment | undefined {
  const text = value.slice(0, length);
  // A blank comes before every T, so that such a text stands for its day.
  const found = writtenMoment(text[10] === ' ' ? text.slice(0, 10) : text);
  if (found === undefined) return undefined;
  if (found.length < length) return { timeMs: found.timeMs, order: 'shorter' };
  return { timeMs: found.timeMs, order: value.length > length ? 'longer' : 'same' };
}

export function noMomentLeft({ name }: Column, range: Range, { length }: MomentForm): Refusal {
  const word = (timeMs: number): string =>
    Number.isFinite(timeMs) ? formatMoment(timeMs).slice(0, length) : String(timeMs);
  return nothingLeft(name, word(range.low), word(range.high));
}
