/** What the grid needs to know about one cell, and how its state is said in words. */

export type CellKind =
  | 'empty'
  | 'null'
  | 'waiting'
  | 'streaming'
  | 'done'
  | 'failed'
  | 'skipped'
  | 'edited'
  | 'locked'
  | 'outdated';

export interface CellView {
  readonly kind: CellKind;
  readonly text: string;
  /** Why it failed or was skipped, or what its value was written for. */
  readonly reason?: string;
  /** Zero-based series of a category value, drawn as a small mark before the text. */
  readonly mark?: number;
  /** Used as an example in a prompt. */
  readonly isExample?: boolean;
  /** Models are told to keep away from it. */
  readonly isDisliked?: boolean;
}

const WORDS: Readonly<Record<CellKind, string>> = {
  empty: 'not written yet',
  null: 'null',
  waiting: 'waiting',
  streaming: 'being written',
  done: '',
  failed: 'failed',
  skipped: 'skipped',
  edited: 'edited',
  locked: 'locked',
  outdated: 'out of date',
};

/** The state as the cell's accessible description; undefined for a plain value or one that is not loaded. */
export function describeCell(cell: CellView | undefined): string | undefined {
  if (cell === undefined) return undefined;
  const state = WORDS[cell.kind];
  const said = cell.reason !== undefined && state !== '' ? `${state}: ${cell.reason}` : state;
  const parts = [
    said,
    cell.isExample === true ? 'used as an example' : '',
    cell.isDisliked === true ? 'not liked' : '',
  ];
  const words = parts.filter((part) => part !== '').join(', ');
  return words === '' ? undefined : words;
}
