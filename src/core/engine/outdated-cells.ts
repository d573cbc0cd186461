/** After an edit: what a model wrote from values that are no longer there keeps standing, marked as outdated. */
import type { JsonValue } from '#core/base/json.ts';
import { findColumn, type DatasetDesign } from '#core/design/design.ts';
import type { RowStore } from '#core/rows/row-store.ts';
import type { CallStep, ColumnPlan } from './plan/column-order.ts';

/** Values by column id. */
export type InputSnapshot = ReadonlyMap<string, JsonValue | undefined>;

export interface OutdatedCells {
  /**
   * Runs `work`, which changes these columns of a row. `done` cells of calls whose inputs differ then
   * become `outdated`, with what they were written for as the reason; when their inputs are again what
   * they were written for, they become `done`. Values stay; the changed columns themselves are left alone.
   */
  change(row: number, columnIds: readonly string[], work: () => void): void;
  /** What the calls read of this row now. */
  inputs(row: number): InputSnapshot;
  /** The second half of `change`, for work that took time: these columns changed since `before`. */
  settle(row: number, columnIds: readonly string[], before: InputSnapshot): void;
}

export function createOutdatedCells(
  design: DatasetDesign,
  plan: ColumnPlan,
  store: RowStore,
): OutdatedCells {
  /** What outdated cells were written for, by row and column. */
  const writtenFor = new Map<string, InputSnapshot>();
  const read = (row: number): InputSnapshot => {
    const ids = new Set(plan.calls.flatMap((step) => inputsOf(plan, step)));
    return new Map([...ids].map((id) => [id, store.value(id, row)]));
  };
  const settle = (row: number, columnIds: readonly string[], before: InputSnapshot): void => {
    const after = read(row);
    for (const step of plan.calls) {
      const inputs = inputsOf(plan, step);
      for (const id of step.columnIds) {
        const key = `${row} ${id}`;
        const state = store.state(id, row);
        if (state !== 'outdated') writtenFor.delete(key);
        if (columnIds.includes(id)) continue;
        const origin = writtenFor.get(key);
        if (state === 'outdated' && origin !== undefined && isSame(inputs, origin, after)) {
          writtenFor.delete(key);
          store.setState(id, row, 'done');
        } else if (state === 'done' && !isSame(inputs, before, after)) {
          writtenFor.set(key, before);
          store.setState(id, row, 'outdated', reasonOf(design, inputs, { before, after }));
        }
      }
    }
  };
  return {
    change(row, columnIds, work) {
      const before = read(row);
      work();
      settle(row, columnIds, before);
    },
    inputs: read,
    settle,
  };
}

function isSame(inputs: readonly string[], left: InputSnapshot, right: InputSnapshot): boolean {
  return inputs.every((id) => isEqual(left.get(id), right.get(id)));
}

interface Change {
  readonly before: InputSnapshot;
  readonly after: InputSnapshot;
}

function reasonOf(
  design: DatasetDesign,
  inputs: readonly string[],
  { before, after }: Change,
): string {
  const changed = inputs.filter((id) => !isEqual(before.get(id), after.get(id)));
  const words = changed.slice(0, 2).map((id) => {
    const value = before.get(id);
    const text = typeof value === 'string' ? value : JSON.stringify(value ?? null);
    return `${findColumn(design, id)?.name ?? id} ${text.length > 40 ? `${text.slice(0, 40)}…` : text}`;
  });
  return `written for ${words.join(', ')}`;
}

/** What a call is written from. One whose messages name no column is shown every fact, and its plan where it has one. */
export function inputsOf(plan: ColumnPlan, { reads, planId }: CallStep): readonly string[] {
  const isNamed = reads.some((id) => id !== planId);
  return isNamed ? reads : [...plan.computed, ...reads];
}

function isEqual(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  if (left === right) return true;
  return typeof left === 'object' && JSON.stringify(left) === JSON.stringify(right);
}
