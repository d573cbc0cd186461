/** One cell: a value and how far it has come. */
import { counted } from '#core/base/counted.ts';
import type { JsonValue } from '#core/base/json.ts';

/** The order is the wire encoding of a state inside a `RowWindow`; append only. */
export const cellStates = [
  'empty',
  'waiting',
  'streaming',
  'done',
  'failed',
  'skipped',
  'edited',
  'locked',
  /** Written from values that have changed since. */
  'outdated',
] as const;

export type CellState = (typeof cellStates)[number];

/** What a reader of rows should know of those with an outdated cell. */
export function outdatedWords(rows: number): string {
  return `${counted(rows, 'row')} ${rows === 1 ? 'holds' : 'hold'} values that are out of date: what they were made from has changed since.`;
}

export interface Cell {
  readonly state: CellState;
  /** Undefined unless the state holds a value (done, edited, locked, outdated, or streaming so far). */
  readonly value?: JsonValue | undefined;
  /** Why it failed or was skipped. */
  readonly reason?: string | undefined;
}
