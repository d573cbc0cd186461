/** How a design keeps its rows from repeating each other, with the values that hold where it says nothing. */
import type { Column, DatasetDesign } from './design.ts';

export interface VarietySettings {
  /** Earlier rows that a request shows at most. */
  readonly avoidRows: number;
  /** Length of that list, in tokens. */
  readonly avoidTokens: number;
  /** Smallest Jaccard similarity of the character 5-grams of two texts that makes them near repeats. */
  readonly similarity: number;
  /** How often a repeating row is asked for again before it is kept. */
  readonly askAgain: number;
}

export const varietyDefaults = { avoidTokens: 600, similarity: 0.6, askAgain: 2 } as const;

export function varietySettings({ variety }: Pick<DatasetDesign, 'variety'>): VarietySettings {
  return {
    avoidRows: variety.avoidRecent,
    avoidTokens: variety.avoidTokens ?? varietyDefaults.avoidTokens,
    similarity: variety.similarity ?? varietyDefaults.similarity,
    askAgain: variety.askAgain ?? varietyDefaults.askAgain,
  };
}

/** A text that a model words freely, as opposed to one taken from a list. */
export function isFreeText({ type, fill }: Column): boolean {
  return type === 'text' && fill.kind === 'generated' && (fill.values?.length ?? 0) === 0;
}

export type RepeatCheck = 'allow' | 'same' | 'similar' | 'similar-when-long';

/** What counts as a repeat in this column. Values from a list, numbers and dates may come again. */
export function repeatCheck(column: Column): RepeatCheck {
  if (column.fill.kind !== 'generated' || !isFreeText(column)) return 'allow';
  return column.fill.repeats ?? 'similar-when-long';
}
