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
    if (words !== undefined && words.high > 1) parts.push(wordRange(words));
  }
  if (profile.nullCount > 0) parts.push(`${short.format(profile.nullCount)} null`);
  if (profile.emptyCount > 0) parts.push(`${short.format(profile.emptyCount)} not written`);
  return parts.join(', ');
}

/** "10 to 30 words", or "23 words" when all are alike. */
function wordRange({ low, high }: { readonly low: number; readonly high: number }): string {
  return low === high ? `${high} words` : `${low} to ${high} words`;
}
