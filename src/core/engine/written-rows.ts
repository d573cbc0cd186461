/** What models have written into a dataset, as the rows a journal takes, and how to forget it. */
import type { JsonValue } from '#core/base/json.ts';
import type { CellState } from '#core/rows/cell.ts';
import type { RowStore } from '#core/rows/row-store.ts';
import type { AcceptedRow } from './dataset-port.ts';
import type { ColumnPlan } from './plan/column-order.ts';
import type { RowMakers } from './row-makers.ts';
import type { RowMemory } from './variety/row-memory.ts';

export interface WrittenParts {
  readonly columnPlan: ColumnPlan;
  readonly store: RowStore;
  readonly makers: RowMakers;
  readonly memory: RowMemory;
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
  { store, makers }: WrittenParts,
  callId: string,
  columnIds: readonly string[],
): readonly AcceptedRow[] {
  const rows: AcceptedRow[] = [];
  for (let row = 0; row < store.rowCount; row += 1) {
    const cells = cellsOf(store, columnIds, row);
    if (cells !== undefined) rows.push({ row, cells, madeBy: makers.madeBy(callId, row) });
  }
  return rows;
}

function cellsOf(
  store: RowStore,
  columnIds: readonly string[],
  row: number,
): Record<string, JsonValue> | undefined {
  const cells: Record<string, JsonValue> = {};
  for (const id of columnIds) {
    const value = current.has(store.state(id, row)) ? store.value(id, row) : undefined;
    if (value !== undefined) cells[id] = value;
  }
  return Object.keys(cells).length === 0 ? undefined : cells;
}
