/** A column's profile as one line of words. */
import type { ColumnProfile } from '#core/analysis/column-profile.ts';

const short = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

export function profileWords(profile: ColumnProfile): string {
  const parts: string[] = [];
  const { numbers, words } = profile;
  if (numbers !== undefined) {
    parts.push(`${short.format(numbers.low)} to ${short.format(numbers.high)}`);
    parts.push(`mean ${short.format(numbers.mean)}`);
    parts.push(`sd ${short.format(numbers.standardDeviation)}`);
  } else {
    parts.push(`${short.format(profile.distinctCount)} distinct`);
    if (words !== undefined && words.high > 1) parts.push(`${words.low} to ${words.high} words`);
  }
  if (profile.nullCount > 0) parts.push(`${short.format(profile.nullCount)} null`);
  if (profile.emptyCount > 0) parts.push(`${short.format(profile.emptyCount)} not written`);
  return parts.join(', ');
}
