/** The values of a field as a small picture: shares of what repeats, or how often sizes occur. */
import type { JsonValue } from '#core/base/json.ts';
import type { FieldProfile } from '#core/design/profile/field-profile.ts';

export type FieldPicture =
  /** Parts of one, the largest first. */
  | { readonly kind: 'shares'; readonly shares: readonly number[] }
  /** Counts in equal steps from the least to the greatest: of numbers, moments, or words of a text. */
  | { readonly kind: 'bars'; readonly counts: readonly number[] }
  | { readonly kind: 'none' };

const bars = 10;

export function fieldPicture(values: readonly JsonValue[], profile: FieldProfile): FieldPicture {
  switch (profile.kind) {
    case 'category':
      return { kind: 'shares', shares: profile.values.map(({ count }) => count / profile.count) };
    case 'boolean':
      return { kind: 'shares', shares: [profile.trueShare, 1 - profile.trueShare] };
    case 'number':
      return histogramOf(values.filter((value) => typeof value === 'number'));
    case 'moment':
      return histogramOf(texts(values).map((text) => Date.parse(text)));
    case 'text':
      return histogramOf(texts(values).map((text) => text.trim().split(/\s+/).length));
    default:
      return { kind: 'none' };
  }
}

function texts(values: readonly JsonValue[]): readonly string[] {
  return values.filter((value): value is string => typeof value === 'string' && value !== '');
}

function histogramOf(given: readonly number[]): FieldPicture {
  const numbers = given.filter(Number.isFinite);
  if (numbers.length === 0) return { kind: 'none' };
  const low = numbers.reduce((least, value) => Math.min(least, value), Infinity);
  const high = numbers.reduce((most, value) => Math.max(most, value), -Infinity);
  const counts = Array.from({ length: bars }, () => 0);
  for (const value of numbers) {
    const share = high === low ? 0 : (value - low) / (high - low);
    const place = Math.min(bars - 1, Math.floor(share * bars));
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return { kind: 'bars', counts };
}
