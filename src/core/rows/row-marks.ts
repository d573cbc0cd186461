/**
 * What the user has done to single cells and rows by hand: edits, locks, dislikes, rows taken out. A
 * layer over the rows, kept with the document; the values beneath come back when a mark goes.
 */
import { isForbiddenKey, isJsonObject, type JsonValue } from '#core/base/json.ts';

export interface CellMark {
  /** What stands in the cell while it is edited or locked. */
  readonly value?: JsonValue;
  readonly isEdited?: true;
  readonly isLocked?: true;
  /** A value that was not liked: models are told to keep away from it. */
  readonly disliked?: JsonValue;
  /** Which act of the user made it, counted from 1 over all marks; absent in marks of older releases. */
  readonly act?: number;
}

/** Plain JSON, safe to store. Marks of rows beyond the end wait until there are as many rows. */
export interface RowMarks {
  /** By column id, then by row number. */
  readonly cells: Readonly<Record<string, Readonly<Record<string, CellMark>>>>;
  /** Rows taken out of view and export, ascending. */
  readonly excluded: readonly number[];
}

export interface MarkChange {
  readonly columnId: string;
  readonly row: number;
  /** Undefined takes the mark away. */
  readonly mark: CellMark | undefined;
}

/** Most marked cells of a document, and most rows taken out of it. */
export const maxMarks = 100_000;

export const noMarks: RowMarks = { cells: {}, excluded: [] };

export function markOf(marks: RowMarks, columnId: string, row: number): CellMark | undefined {
  const column = Object.hasOwn(marks.cells, columnId) ? marks.cells[columnId] : undefined;
  return column?.[row];
}

/** The marks after some changes, which count as one act; the same object where nothing changes. Cost: all marks. */
export function changeMarks(marks: RowMarks, changes: readonly MarkChange[]): RowMarks {
  const columns = new Map<string, Map<string, CellMark>>();
  const act = lastAct(marks) + 1;
  for (const { columnId, row, mark } of changes) {
    const column = columns.get(columnId) ?? new Map(Object.entries(marks.cells[columnId] ?? {}));
    columns.set(columnId, column);
    if (mark === undefined || isBlank(mark)) column.delete(String(row));
    else column.set(String(row), { ...mark, act });
  }
  if (columns.size === 0) return marks;
  const changed = [...columns].map(([id, column]) => [id, Object.fromEntries(column)] as const);
  const cells = Object.entries({ ...marks.cells, ...Object.fromEntries(changed) });
  return {
    ...marks,
    cells: Object.fromEntries(cells.filter(([, column]) => Object.keys(column).length > 0)),
  };
}

function lastAct({ cells }: RowMarks): number {
  let last = 0;
  for (const column of Object.values(cells))
    for (const { act = 0 } of Object.values(column)) last = Math.max(last, act);
  return last;
}

/** Whether a mark says nothing about its cell. */
function isBlank({ act: _, ...said }: CellMark): boolean {
  return Object.keys(said).length === 0;
}

export function excludeRows(marks: RowMarks, rows: readonly number[]): RowMarks {
  const excluded = [...new Set([...marks.excluded, ...rows])].toSorted((a, b) => a - b);
  return { ...marks, excluded };
}

export function includeRows(marks: RowMarks, rows: readonly number[]): RowMarks {
  const back = new Set(rows);
  return { ...marks, excluded: marks.excluded.filter((row) => !back.has(row)) };
}

export function countMarks({ cells }: RowMarks): number {
  return Object.values(cells).reduce((sum, column) => sum + Object.keys(column).length, 0);
}

/** From anything that was stored. What cannot be read is left out; never throws. */
export function restoreMarks(value: unknown): RowMarks {
  if (!isJsonObject(value)) return noMarks;
  const cells: Record<string, Record<string, CellMark>> = {};
  let left = maxMarks;
  for (const [columnId, column] of Object.entries(isJsonObject(value.cells) ? value.cells : {})) {
    if (isForbiddenKey(columnId) || !isJsonObject(column)) continue;
    const kept: [string, CellMark][] = [];
    for (const [row, stored] of Object.entries(column)) {
      const mark = isCount(Number(row)) ? restoreMark(stored) : undefined;
      if (mark === undefined || left === 0) continue;
      left -= 1;
      kept.push([row, mark]);
    }
    if (kept.length > 0) cells[columnId] = Object.fromEntries(kept);
  }
  const excluded = Array.isArray(value.excluded) ? (value.excluded as readonly JsonValue[]) : [];
  return excludeRows({ cells, excluded: [] }, excluded.filter(isCount).slice(0, maxMarks));
}

function restoreMark(stored: JsonValue): CellMark | undefined {
  if (!isJsonObject(stored)) return undefined;
  const { value, isEdited, isLocked, disliked, act = null } = stored;
  const mark: CellMark = {
    ...(value === undefined ? {} : { value }),
    ...(isEdited === true && value !== undefined ? { isEdited } : {}),
    ...(isLocked === true && value !== undefined ? { isLocked } : {}),
    ...(disliked === undefined ? {} : { disliked }),
    ...(isCount(act) ? { act } : {}),
  };
  return isBlank(mark) ? undefined : mark;
}

function isCount(value: JsonValue): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
