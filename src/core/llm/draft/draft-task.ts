/** What a request for a draft asks, as plain data: the prompt is written from it, and the demo model reads it. */

export type DraftKind = 'describe' | 'edit' | 'axes';

export interface DraftTask {
  /** A design from a sentence, changes of a design, or attribute tables that make its rows differ. */
  readonly kind: DraftKind;
  /** What the user typed. */
  readonly text: string;
  /** Columns that are there, in order; none for a new design. */
  readonly columns: readonly { readonly name: string; readonly fill: string }[];
  /** Year in which new dates lie. */
  readonly year: number;
}
