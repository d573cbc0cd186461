/**
 * Cells that are written again although they hold something: which they are, what they held before, and
 * the way back. Until its successor is stored the earlier value is kept; what fails or is stopped costs nothing.
 */
import type { JsonValue } from '#core/base/json.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import type { ColumnPlan } from '#core/engine/plan/column-order.ts';
import { keptStates } from '#core/engine/cell-draw.ts';
import type { InputSnapshot, OutdatedCells } from '#core/engine/outdated-cells.ts';
import type { Cell, CellState } from '#core/rows/cell.ts';
import { cellFilter, type CellSelection } from '#core/rows/cell-selection.ts';
import type { RowStore } from '#core/rows/row-store.ts';

export interface Rewrites {
  /** Opens the selected cells of rows [0, rowCount) and closes all others; undefined goes back to the usual. */
  begin(rowCount: number, selection: CellSelection | undefined): void;
  /** Whether only selected cells are to be written. */
  readonly isScoped: boolean;
  /** Whether the cell is selected and not written yet. */
  isWanted(columnId: string, row: number): boolean;
  /** Values the cell had before, newest last. */
  previous(columnId: string, row: number): readonly JsonValue[];
  /** The cell waits now; its value is put aside. */
  putAside(columnId: string, row: number): void;
  /** Gives the cell back what it held. False when nothing was put aside, or a failure only follows another. */
  putBack(columnId: string, row: number, instead: CellState): boolean;
  /** The row was stored with new values in these columns: what was written from the old ones is outdated. */
  done(row: number, columnIds: readonly string[]): void;
  /** Takes a rewriting back: the rows that it touched, and those of their columns that changed. */
  undo(id: string): readonly RestoredRow[];
}

export interface RestoredRow {
  readonly row: number;
  readonly columnIds: readonly string[];
}

const mostPrevious = 5;
const mostUndone = 20;

interface TouchedRow {
  /** Every cell that models write, as it was. */
  readonly cells: ReadonlyMap<string, Cell>;
  readonly inputs: InputSnapshot;
  /** What was written in their place. */
  readonly written: Map<string, JsonValue>;
}

type Rewriting = Map<number, TouchedRow>;

export interface RewriteParts {
  readonly design: DatasetDesign;
  readonly columnPlan: ColumnPlan;
  readonly store: RowStore;
  readonly outdated: OutdatedCells;
}

/** For the parts of one dataset. */
export function createRewrites(parts: RewriteParts): Rewrites {
  return new CellRewrites(parts);
}

class CellRewrites implements Rewrites {
  private readonly outdated: OutdatedCells;
  private readonly store: RowStore;
  private readonly generated: readonly string[];
  /** Columns of judges, who may come to the same score again. */
  private readonly judges: readonly string[];
  private readonly earlier = new Map<string, readonly JsonValue[]>();
  private readonly aside = new Map<string, Cell>();
  private readonly log = new Map<string, Rewriting>();
  private current: Rewriting = new Map();
  private mayRepeat: ReadonlySet<string> = new Set();
  private wanted: Map<string, Set<number>> | undefined;

  constructor({ design, columnPlan, store, outdated }: RewriteParts) {
    this.store = store;
    this.outdated = outdated;
    this.generated = columnPlan.calls.flatMap(({ columnIds }) => columnIds);
    const judges = new Set(
      design.calls.filter(({ output }) => output.kind === 'judge').map(({ id }) => id),
    );
    this.judges = columnPlan.calls.flatMap(({ callId, columnIds }) =>
      judges.has(callId) ? columnIds : [],
    );
  }

  begin(rowCount: number, selection: CellSelection | undefined): void {
    for (const [key, cell] of this.aside) this.giveBack(...placeOf(key), cell);
    this.aside.clear();
    this.current = new Map();
    this.wanted = undefined;
    if (selection === undefined) return;
    this.mayRepeat = new Set([...this.judges, ...(selection.mayRepeat ?? [])]);
    this.log.set(selection.id, this.current);
    for (const id of [...this.log.keys()].slice(0, -mostUndone)) this.log.delete(id);
    const isMeant = cellFilter(selection);
    this.wanted = new Map(
      this.generated.map((id) => [
        id,
        new Set(
          Array.from({ length: rowCount }, (_, row) => row).filter(
            (row) => isMeant(row, id) && this.canRewrite(id, row, selection.failedOnly === true),
          ),
        ),
      ]),
    );
  }

  get isScoped(): boolean {
    return this.wanted !== undefined;
  }

  isWanted(columnId: string, row: number): boolean {
    return (
      this.wanted?.get(columnId)?.has(row) === true &&
      !keptStates.has(this.store.state(columnId, row))
    );
  }

  previous(columnId: string, row: number): readonly JsonValue[] {
    return this.earlier.get(keyOf(columnId, row)) ?? [];
  }

  putAside(columnId: string, row: number): void {
    const cell = this.store.cell(columnId, row);
    const isEmpty = cell.value === undefined && cell.state !== 'failed';
    if (isEmpty || this.aside.has(keyOf(columnId, row))) return;
    this.touch(row);
    this.aside.set(keyOf(columnId, row), cell);
    if (cell.value === undefined || this.mayRepeat.has(columnId)) return;
    const before = this.previous(columnId, row).filter((value) => value !== cell.value);
    this.earlier.set(keyOf(columnId, row), [...before, cell.value].slice(-mostPrevious));
  }

  putBack(columnId: string, row: number, instead: CellState): boolean {
    const cell = this.aside.get(keyOf(columnId, row));
    if (cell === undefined || instead === 'waiting') return false;
    this.aside.delete(keyOf(columnId, row));
    if (cell.state === 'failed' && instead === 'failed') return false;
    this.giveBack(columnId, row, cell);
    return true;
  }

  done(row: number, columnIds: readonly string[]): void {
    const touched = this.current.get(row);
    for (const id of columnIds) {
      this.wanted?.get(id)?.delete(row);
      this.aside.delete(keyOf(id, row));
      const value = this.store.value(id, row);
      if (value !== undefined) touched?.written.set(id, value);
    }
    if (touched !== undefined) this.outdated.settle(row, columnIds, touched.inputs);
  }

  undo(id: string): readonly RestoredRow[] {
    const rewriting = this.log.get(id);
    this.log.delete(id);
    return [...(rewriting ?? [])].map(([row, touched]) => ({
      row,
      columnIds: this.generated.filter((columnId) => this.restore(columnId, row, touched)),
    }));
  }

  /** What was changed since by other means stays. */
  private restore(columnId: string, row: number, { cells, written }: TouchedRow): boolean {
    const before = cells.get(columnId);
    const now = this.store.cell(columnId, row);
    if (before === undefined || keptStates.has(now.state)) return false;
    const isOurs = isSame(now.value, written.get(columnId) ?? before.value);
    if (!isOurs || (now.state === before.state && isSame(now.value, before.value))) return false;
    this.write(columnId, row, before);
    return true;
  }

  private canRewrite(columnId: string, row: number, failedOnly: boolean): boolean {
    const state = this.store.state(columnId, row);
    if (keptStates.has(state) || state === 'skipped') return false;
    return failedOnly ? state === 'failed' : this.store.value(columnId, row) !== null;
  }

  private touch(row: number): void {
    if (this.current.has(row)) return;
    const cells = new Map(this.generated.map((id) => [id, this.store.cell(id, row)]));
    this.current.set(row, {
      cells,
      inputs: this.outdated.inputs(row),
      written: new Map(),
    });
  }

  /** What it was made from may have been written again while it waited. */
  private giveBack(columnId: string, row: number, cell: Cell): void {
    this.write(columnId, row, cell);
    const touched = this.current.get(row);
    if (touched !== undefined)
      this.outdated.settle(row, [...touched.written.keys()], touched.inputs);
  }

  private write(columnId: string, row: number, { state, value, reason }: Cell): void {
    if (value === undefined) this.store.setState(columnId, row, state, reason);
    else {
      this.store.setValue(columnId, row, value, state);
      if (reason !== undefined) this.store.setState(columnId, row, state, reason);
    }
  }
}

function keyOf(columnId: string, row: number): string {
  return `${row} ${columnId}`;
}

function placeOf(key: string): readonly [columnId: string, row: number] {
  const blank = key.indexOf(' ');
  return [key.slice(blank + 1), Number(key.slice(0, blank))];
}

function isSame(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}
