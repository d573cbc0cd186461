/**
 * The user's marks over a dataset: edits and locks stand in the store as cells that nothing computed
 * writes over, and the cells beneath are remembered, so that taking a mark away brings them back. What a
 * model wrote from a value that was edited is out of date, until the value is what it was.
 */
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import { findColumn, type DatasetDesign } from '#core/design/design.ts';
import type { Cell } from '#core/rows/cell.ts';
import { noMarks, markOf, type CellMark, type RowMarks } from '#core/rows/row-marks.ts';
import type { RowStore } from '#core/rows/row-store.ts';
import type { Filler } from './fill-computed.ts';
import type { OutdatedCells } from './outdated-cells.ts';
import type { ColumnPlan } from './plan/column-order.ts';
import { readsOf, type Reads } from './plan/reads.ts';
import type { RowMemory } from './variety/row-memory.ts';

export interface MarkLayer {
  /** Makes these the marks: what differs from those before is applied, the rest is left alone. */
  set(marks: RowMarks): void;
  readonly excluded: ReadonlySet<number>;
  /** Whether the user has changed the value; it may be locked as well. */
  isEdited(columnId: string, row: number): boolean;
  /** The cell under an edit or a lock; undefined where there is none. */
  beneath(columnId: string, row: number): Cell | undefined;
  /** Values that were not liked, one object by column name for each; of these columns only. */
  disliked(columnIds: readonly string[]): readonly JsonObject[];
}

export interface MarkParts {
  readonly design: DatasetDesign;
  readonly columnPlan: ColumnPlan;
  readonly store: RowStore;
  readonly filler: Filler;
  readonly memory: RowMemory;
  readonly outdated: OutdatedCells;
}

export function createMarkLayer(parts: MarkParts): MarkLayer {
  const { design, store, filler, memory } = parts;
  const work: LayerWork = {
    ...parts,
    reads: readsOf(design),
    beneath: new Map(),
  };
  let marks = noMarks;
  let excluded: ReadonlySet<number> = new Set();
  const reserve = (row: number): void => memory.reserve(row, (id) => store.value(id, row));

  return {
    get excluded() {
      return excluded;
    },
    isEdited: (columnId, row) => markOf(marks, columnId, row)?.isEdited === true,
    set(next) {
      const before = marks;
      marks = next;
      for (const [row, columnIds] of changedRows(before, next)) {
        if (row >= store.rowCount) continue;
        work.outdated.change(row, columnIds, () => {
          for (const columnId of columnIds)
            writeMark(work, columnId, { row, mark: markOf(next, columnId, row) });
          filler.deriveRows(columnIds, [row]);
        });
        if (!excluded.has(row)) reserve(row);
      }
      const left = excluded;
      excluded = new Set(next.excluded);
      for (const row of left) if (!excluded.has(row) && row < store.rowCount) reserve(row);
      for (const row of excluded) if (!left.has(row)) memory.release(row);
    },
    beneath: (columnId, row) => work.beneath.get(keyOf(columnId, row)),
    disliked: (columnIds) => dislikedValues(design, marks, columnIds),
  };
}

interface LayerWork extends MarkParts {
  readonly reads: Reads;
  readonly beneath: Map<string, Cell>;
}

function keyOf(columnId: string, row: number): string {
  return `${row} ${columnId}`;
}

interface MarkedCell {
  readonly row: number;
  readonly mark: CellMark | undefined;
}

function writeMark(work: LayerWork, columnId: string, { row, mark }: MarkedCell): void {
  const { store, beneath, design } = work;
  const key = keyOf(columnId, row);
  if (findColumn(design, columnId) === undefined) return;
  const isHeld = mark?.value !== undefined && (mark.isEdited ?? mark.isLocked) === true;
  if (isHeld) {
    if (!beneath.has(key)) beneath.set(key, store.cell(columnId, row));
    store.setValue(columnId, row, mark.value, mark.isLocked === true ? 'locked' : 'edited');
    return;
  }
  const cell = beneath.get(key);
  if (cell === undefined) return;
  beneath.delete(key);
  if (cell.value === undefined) store.setState(columnId, row, cell.state, cell.reason);
  else store.setValue(columnId, row, cell.value, cell.state);
  // What it is computed from may have changed while the mark stood over it.
  const read = [...(work.reads.get(columnId) ?? [])];
  if (read.length > 0) work.filler.deriveRows(read, [row]);
}

/** Columns whose mark differs, by row. */
function changedRows(before: RowMarks, next: RowMarks): ReadonlyMap<number, readonly string[]> {
  const rows = new Map<number, string[]>();
  const columnIds = new Set([...Object.keys(before.cells), ...Object.keys(next.cells)]);
  for (const columnId of columnIds) {
    const [old, now] = [before.cells[columnId] ?? {}, next.cells[columnId] ?? {}];
    if (old === now) continue;
    for (const row of new Set([...Object.keys(old), ...Object.keys(now)]))
      if (old[row] !== now[row])
        rows.set(Number(row), [...(rows.get(Number(row)) ?? []), columnId]);
  }
  return rows;
}

function dislikedValues(
  design: DatasetDesign,
  marks: RowMarks,
  columnIds: readonly string[],
): readonly JsonObject[] {
  return columnIds.flatMap((columnId) => {
    const name = findColumn(design, columnId)?.name;
    const column: Readonly<Record<string, CellMark>> = marks.cells[columnId] ?? {};
    const values = Object.values(column).map(({ disliked }): JsonValue | undefined => disliked);
    if (name === undefined) return [];
    return values.flatMap((value) => (value === undefined ? [] : [{ [name]: value }]));
  });
}
