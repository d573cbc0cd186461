/**
 * Keeps what models have written when a design changes: a generated cell stays where the values it
 * was written from stayed, and is marked as out of date where they did not. Nothing paid for is dropped.
 */
import { canonicalJson, type JsonValue } from '#core/base/json.ts';
import type { CellState } from '#core/rows/cell.ts';
import type { Dataset } from './dataset.ts';
import { inputsOf } from './outdated-cells.ts';

const keptStates: ReadonlySet<CellState> = new Set([
  'done',
  'edited',
  'locked',
  'outdated',
  'failed',
]);

/**
 * Copies generated cells from `previous` into `next`, both already filled. Columns are matched by id
 * and must still be generated. Where cells were skipped, the rules of `next` say anew which are. Cost:
 * one pass over the generated cells and what they read, and another where some were skipped.
 */
export function carryOver(previous: Dataset, next: Dataset): void {
  const rowCount = Math.min(previous.store.rowCount, next.store.rowCount);
  let hasSkipped = false;
  for (const call of next.columnPlan.calls) {
    const before = previous.columnPlan.calls.find((candidate) => candidate.callId === call.callId);
    if (before === undefined) continue;
    const columnIds = call.columnIds.filter((id) => before.columnIds.includes(id));
    const inputs = inputsOf(next.columnPlan, call);
    const derivable: number[] = [];
    for (let row = 0; row < rowCount; row += 1) {
      const copied = copyRow({ previous, next, columnIds, inputs, row });
      if (copied) derivable.push(row);
      hasSkipped ||= columnIds.some((id) => previous.store.state(id, row) === 'skipped');
    }
    next.noteMakers(call.callId, previous.accepted()[call.callId] ?? []);
    next.deriveAfter(call.callId, derivable);
  }
  if (hasSkipped) next.plan(rowCount);
}

interface CopyRow {
  readonly previous: Dataset;
  readonly next: Dataset;
  readonly columnIds: readonly string[];
  readonly inputs: readonly string[];
  readonly row: number;
}

function copyRow({ previous, next, columnIds, inputs, row }: CopyRow): boolean {
  let isCopied = false;
  let isSame: boolean | undefined;
  for (const columnId of columnIds) {
    if (previous.originals.has(columnId, row) || next.originals.has(columnId, row)) continue;
    const cell = previous.store.cell(columnId, row);
    if (!keptStates.has(cell.state)) continue;
    isSame ??= inputs.every((id) =>
      isEqual(previous.store.value(id, row), next.store.value(id, row)),
    );
    if (cell.state === 'failed') {
      if (isSame) next.store.setState(columnId, row, 'failed', cell.reason);
      continue;
    }
    if (cell.value === undefined) continue;
    const state = cell.state === 'done' && !isSame ? 'outdated' : cell.state;
    next.store.setValue(columnId, row, cell.value, state);
    isCopied = true;
  }
  if (isCopied) next.reserve(row);
  return isCopied;
}

function isEqual(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object') return false;
  return canonicalJson(a) === canonicalJson(b);
}
