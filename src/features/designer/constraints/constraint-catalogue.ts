import type { ConstraintKind } from '#core/design/constraint.ts';

export interface ConstraintEntry {
  readonly kind: ConstraintKind;
  readonly label: string;
  readonly about: string;
}

/** Rules for each row. */
export const rowRules: readonly ConstraintEntry[] = [
  { kind: 'expression', label: 'Expression', about: 'is true in every row' },
  { kind: 'range', label: 'Range', about: 'a number between two ends' },
  { kind: 'pattern', label: 'Pattern', about: 'a text of a given form' },
  { kind: 'length', label: 'Length', about: 'so many words or characters' },
  { kind: 'unique', label: 'Unique', about: 'no value twice' },
];

/** Rules for the set as a whole. */
export const setRules: readonly ConstraintEntry[] = [
  { kind: 'correlation', label: 'Correlation', about: 'two numbers go together' },
  { kind: 'linear', label: 'Linear law', about: 'a number follows a line' },
  { kind: 'ratio', label: 'Ratio between groups', about: 'one group is a multiple of another' },
  { kind: 'share', label: 'Share', about: 'a value in a part of the rows' },
  { kind: 'monotone', label: 'Monotone', about: 'a number only rises or falls' },
];
