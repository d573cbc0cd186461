/** What it means to make one cell: a pure function of a row, with what the row holds so far as its only view. */
import type { JsonValue } from '#core/base/json.ts';
import type { Scope } from '#core/expression/scope.ts';
import type { CellState } from '#core/rows/cell.ts';

/** Why a cell gets no value. A class, so that no JSON value can be mistaken for one. */
export class Refusal {
  /** `empty` when an input is not there yet. */
  readonly state: Extract<CellState, 'failed' | 'skipped' | 'empty'>;
  readonly reason: string | undefined;

  constructor(state: Refusal['state'], reason?: string) {
    this.state = state;
    this.reason = reason;
  }
}

/** The cells of one row while it is being filled. */
export interface RowView {
  value(columnId: string): JsonValue | undefined;
  state(columnId: string): CellState;
  /** The same cells by column name; a cell without a value reads as null. */
  readonly scope: Scope;
}

export type Draw = (row: number, view: RowView) => JsonValue | Refusal;

/** States of cells that belong to the user; nothing computed writes over them. */
export const keptStates: ReadonlySet<CellState> = new Set(['edited', 'locked']);

export interface Input {
  readonly id: string;
  readonly name: string;
}

/** Why a cell cannot be made from these inputs yet, or ever; undefined when all are there. Skipped inputs count as null. */
export function inputRefusal(inputs: readonly Input[], view: RowView): Refusal | undefined {
  let isPending = false;
  for (const { id, name } of inputs) {
    const state = view.state(id);
    if (state === 'failed') return new Refusal('failed', `Needs ${name}, which failed.`);
    if (state === 'empty' || state === 'waiting' || state === 'streaming') isPending = true;
  }
  return isPending ? new Refusal('empty') : undefined;
}
