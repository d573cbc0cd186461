/** The cells that a call writes: which of a row are still open, and which the document itself settles (skipped, null by share). */
import { createRandom } from '#core/base/random.ts';
import { withAnswerFields } from '#core/design/call-output.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import type { CellState } from '#core/rows/cell.ts';
import type { RowStore } from '#core/rows/row-store.ts';
import { Refusal, type Draw } from './cell-draw.ts';
import { createGate, createSkip } from './gate.ts';
import type { CallStep } from './plan/column-order.ts';
import { createRowViews, type RowViews } from './row-view.ts';

const openStates: ReadonlySet<CellState> = new Set([
  'empty',
  'waiting',
  'streaming',
  'failed',
  'outdated',
]);

export interface GeneratedCells {
  readonly columns: readonly Column[];
  /** Columns of the row that a model has to write. */
  open(row: number): readonly Column[];
  /** Marks what is skipped or null by the document's own rules, as far as that can be told yet. */
  settle(row: number): void;
}

export interface GeneratedOptions {
  readonly design: DatasetDesign;
  readonly step: CallStep;
  readonly store: RowStore;
}

/** `store` has a column for every column of the design. */
export function createGeneratedCells({ design, step, store }: GeneratedOptions): GeneratedCells {
  const columns = design.columns
    .filter(({ id }) => step.columnIds.includes(id))
    .map((column) => withAnswerFields(column, design.calls));
  const views = createRowViews(design, store);
  const gates = columns.flatMap((column) => gateOf(design, column, step));
  const open = (row: number): readonly Column[] =>
    columns.filter(({ id }) => openStates.has(store.state(id, row)));
  return {
    columns,
    open,
    settle(row) {
      for (const gate of gates) settleCell({ gate, store, views, row });
    },
  };
}

interface CellGate {
  readonly columnId: string;
  readonly draw: Draw;
}

const stillOpen = new Refusal('empty');

/** The rule of the call first, then those of the column; none where a row always needs the model. */
function gateOf(design: DatasetDesign, column: Column, { callId }: CallStep): readonly CellGate[] {
  const skip = design.calls.find(({ id }) => id === callId)?.skip;
  if (skip === undefined && column.skip === undefined && column.nullRate === 0) return [];
  const skipCall = skip === undefined ? undefined : createSkip(design, skip);
  const random = createRandom(design.seed).fork(column.id);
  const own = createGate({ design, column, random }, () => stillOpen);
  return [{ columnId: column.id, draw: (row, view) => skipCall?.(view) ?? own(row, view) }];
}

interface Settling {
  readonly gate: CellGate;
  readonly store: RowStore;
  readonly views: RowViews;
  readonly row: number;
}

function settleCell({ gate, store, views, row }: Settling): void {
  if (!openStates.has(store.state(gate.columnId, row))) return;
  const drawn = gate.draw(row, views.moveTo(row));
  if (!(drawn instanceof Refusal)) store.setValue(gate.columnId, row, drawn);
  else if (drawn.state !== 'empty') store.setState(gate.columnId, row, drawn.state, drawn.reason);
}
