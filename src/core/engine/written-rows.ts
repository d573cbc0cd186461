/** What models have written into a dataset, as the rows a journal takes, and how to forget it. */
import type { JsonValue } from '#core/base/json.ts';
import type { CellState } from '#core/rows/cell.ts';
import type { RowStore } from '#core/rows/row-store.ts';
import type { AcceptedRow } from './dataset-port.ts';
import type { MarkLayer } from './mark-layer.ts';
import type { PlacedOriginals } from './originals/place-originals.ts';
import type { ColumnPlan } from './plan/column-order.ts';
import type { RowMakers } from './row-makers.ts';
import type { RowMemory } from './variety/row-memory.ts';

export interface WrittenParts {
  readonly columnPlan: ColumnPlan;
  readonly store: RowStore;
  readonly makers: RowMakers;
  readonly memory: RowMemory;
  readonly marks: MarkLayer;
  readonly originals: PlacedOriginals;
}

export interface WrittenMethods {
  accepted(): Readonly<Record<string, readonly AcceptedRow[]>>;
  clearGenerated(): void;
}

const current: ReadonlySet<CellState> = new Set(['done', 'edited', 'locked']);
const ofTheUser: ReadonlySet<CellState> = new Set(['edited', 'locked']);

export function writtenMethods(parts: WrittenParts): WrittenMethods {
  const { columnPlan, store } = parts;
  return {
    accepted: () =>
      Object.fromEntries(
        columnPlan.calls.map(({ callId, columnIds }) => [
          callId,
          acceptedOf(parts, callId, columnIds),
        ]),
      ),
    clearGenerated() {
      const columnIds = columnPlan.calls.flatMap((call) => call.columnIds);
      const derived = columnPlan.afterCalls.map(({ columnId }) => columnId);
      for (let row = 0; row < store.rowCount; row += 1) {
        for (const id of [...columnIds, ...derived])
          if (!ofTheUser.has(store.state(id, row))) store.setState(id, row, 'empty');
        parts.memory.release(row);
        parts.memory.reserve(row, (id) => store.value(id, row));
      }
      parts.makers.clear();
    },
  };
}

function acceptedOf(
  { store, makers, marks, originals }: WrittenParts,
  callId: string,
  columnIds: readonly string[],
): readonly AcceptedRow[] {
  const rows: AcceptedRow[] = [];
  for (let row = 0; row < store.rowCount; row += 1) {
    const written = columnIds.filter((id) => !originals.has(id, row));
    const cells = cellsOf({ store, marks }, written, row);
    if (cells !== undefined) rows.push({ row, cells, ...makers.of(callId, row) });
  }
  return rows;
}

/** Under an edit or a lock counts what the model wrote: the marks themselves are kept with the document. */
function cellsOf(
  { store, marks }: Pick<WrittenParts, 'store' | 'marks'>,
  columnIds: readonly string[],
  row: number,
): Record<string, JsonValue> | undefined {
  const cells: Record<string, JsonValue> = {};
  for (const id of columnIds) {
    const { state, value } = marks.beneath(id, row) ?? store.cell(id, row);
    if (value !== undefined && current.has(state)) cells[id] = value;
  }
  return Object.keys(cells).length === 0 ? undefined : cells;
}
