/** One cell: a value and how far it has come. */
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

export interface Cell {
  readonly state: CellState;
  /** Undefined unless the state holds a value (done, edited, locked, outdated, or streaming so far). */
  readonly value?: JsonValue | undefined;
  /** Why it failed or was skipped. */
  readonly reason?: string | undefined;
}
