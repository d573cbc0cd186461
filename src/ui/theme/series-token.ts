import { type TokenName, tokenVar } from './tokens.ts';

/** Tokens of the six series, in order. */
export const SERIES_TOKENS: readonly TokenName[] = [
  'series-1',
  'series-2',
  'series-3',
  'series-4',
  'series-5',
  'series-6',
];

/** Colour of a series by its zero-based index; beyond six everything is "rest". */
export function seriesVar(index: number): string {
  return tokenVar(SERIES_TOKENS[index] ?? 'series-rest');
}
