/** Journal records about rows: accepted, failed, opened again or put back. */
import { isJsonObject, type JsonObject } from '#core/base/json.ts';
import type { AcceptedRow } from './dataset-port.ts';
import type { Fold } from './journal-fold.ts';
import { isAcceptedRow, isCount, isName, isRowList } from './journal-guards.ts';

export function foldSlice(fold: Fold, record: JsonObject): boolean {
  const { callId, rows } = record;
  if (!isName(callId) || !Array.isArray(rows)) return false;
  const kept = entryOf(fold.rows, callId);
  const reopened = fold.reopened.get(callId);
  const failed = fold.failed.get(callId);
  let isWhole = true;
  for (const item of rows as readonly unknown[]) {
    if (!isAcceptedRow(item)) {
      isWhole = false;
      continue;
    }
    keepRow(fold, callId, mergeRow(kept.get(item.row), item, reopened?.get(item.row)));
    reopened?.delete(item.row);
    failed?.delete(item.row);
  }
  return isWhole;
}

function keepRow(fold: Fold, callId: string, after: AcceptedRow): void {
  const kept = entryOf(fold.rows, callId);
  const before = kept.get(after.row);
  if (before === after) return;
  kept.set(after.row, after);
  const others = [...fold.rows].flatMap(([id, rows]) =>
    id === callId ? [] : (rows.get(after.row) ?? []),
  );
  fold.writtenFor.written({ before, after }, others);
}

/** What is there stays, except cells that are written again. */
function mergeRow(
  before: AcceptedRow | undefined,
  next: AcceptedRow,
  reopened: ReadonlySet<string> | undefined,
): AcceptedRow {
  if (before === undefined) return next;
  const fresh = Object.entries(next.cells).filter(
    ([id]) => !Object.hasOwn(before.cells, id) || reopened?.has(id) === true,
  );
  if (fresh.length === 0) return before;
  const cells = { ...before.cells, ...Object.fromEntries(fresh) };
  return { ...before, ...next, cells };
}

export function foldAgain(fold: Fold, record: JsonObject): boolean {
  const { callId, cells, byJudge, isOutdated } = record;
  const unasked = isOutdated === true ? undefined : 'person';
  const by = byJudge === true ? 'judge' : unasked;
  if (!isName(callId) || !Array.isArray(cells)) return false;
  const reopened = entryOf(fold.reopened, callId);
  let isWhole = true;
  for (const item of cells as readonly unknown[]) {
    const isRead = isJsonObject(item) && isCount(item.row) && Array.isArray(item.columnIds);
    if (!isRead) {
      isWhole = false;
      continue;
    }
    const row = item.row as number;
    reopened.set(row, new Set((item.columnIds as unknown[]).filter(isName)));
    fold.rewritten.open(callId, row, by);
  }
  return isWhole;
}

export function foldPutBack(fold: Fold, record: JsonObject): boolean {
  const { callId, rows } = record;
  if (!isName(callId) || !Array.isArray(rows)) return false;
  const kept = entryOf(fold.rows, callId);
  const accepted = (rows as readonly unknown[]).filter(isAcceptedRow);
  for (const row of accepted) {
    const merged = mergeRow(kept.get(row.row), row, new Set(Object.keys(row.cells)));
    keepRow(fold, callId, merged);
    if ('emptied' in row) emptyCells(fold, callId, { merged, emptied: row.emptied });
  }
  return accepted.length === rows.length;
}

/** `emptied` is as it was read: anything. */
function emptyCells(
  fold: Fold,
  callId: string,
  { merged, emptied }: { readonly merged: AcceptedRow; readonly emptied: unknown },
): void {
  if (!isJsonObject(emptied) || !Array.isArray(emptied.columnIds)) return;
  const { row } = merged;
  const gone = new Set<unknown>(emptied.columnIds);
  const left = Object.entries(merged.cells).filter(([id]) => !gone.has(id));
  const kept = entryOf(fold.rows, callId);
  if (left.length === 0) kept.delete(row);
  else kept.set(row, { ...merged, cells: Object.fromEntries(left) });
  if (typeof emptied.reason === 'string') entryOf(fold.failed, callId).set(row, emptied.reason);
}

export function foldFailure(fold: Fold, record: JsonObject): boolean {
  const { callId, rows, reason } = record;
  if (!isName(callId) || !isRowList(rows) || typeof reason !== 'string') return false;
  const accepted = fold.rows.get(callId);
  const failed = entryOf(fold.failed, callId);
  for (const row of rows) if (accepted?.has(row) !== true) failed.set(row, reason);
  return true;
}

function entryOf<Value>(maps: Map<string, Map<number, Value>>, callId: string): Map<number, Value> {
  const existing = maps.get(callId);
  if (existing !== undefined) return existing;
  const created = new Map<number, Value>();
  maps.set(callId, created);
  return created;
}
