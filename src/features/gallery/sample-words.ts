/** The sample rows of a design on its card: their words, and how its columns share the width. */
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import type { Column } from '#core/design/design.ts';
import { valueText } from '#state/value-text.ts';

const day = new Intl.DateTimeFormat('en-GB', { day: '2-digit', month: 'short', timeZone: 'UTC' });

/** As in the grid, but moments without year and seconds: `03 Mar 08:14`. */
export function sampleWords(value: JsonValue | undefined, column: Column | undefined): string {
  const text = valueText(value ?? null, { unit: column?.unit });
  const [, date, time = ''] = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)/.exec(text) ?? [];
  return date === undefined ? text : `${day.format(new Date(date))} ${time}`;
}

/** A text of more characters may be cut; names and shorter values stand whole. */
const mostWhole = 22;

/** Tracks of a grid: as wide as their longest words, and what is left for long texts. */
export function sampleTracks(sample: readonly JsonObject[], names: readonly string[]): string {
  return names
    .map((name) => (isLong(sample, name) ? 'minmax(96px, 1fr)' : 'minmax(0, auto)'))
    .join(' ');
}

export function isLong(sample: readonly JsonObject[], name: string): boolean {
  return sample.some((row) => {
    const value = row[name];
    return typeof value === 'string' && value.length > mostWhole;
  });
}
