/** After an edit: what a model wrote from values that are no longer there keeps standing, marked as outdated. */
import type { JsonValue } from '#core/base/json.ts';
import type { RowStore } from '#core/rows/row-store.ts';
import type { CallStep, ColumnPlan } from './plan/column-order.ts';

/** Values by column id. */
export type InputSnapshot = ReadonlyMap<string, JsonValue | undefined>;

/** What the calls of the plan read of this row. */
export function snapshotInputs(plan: ColumnPlan, store: RowStore, row: number): InputSnapshot {
  const ids = new Set(plan.calls.flatMap((step) => inputsOf(plan, step)));
  return new Map([...ids].map((id) => [id, store.value(id, row)]));
}

export interface OutdatedOptions {
  readonly plan: ColumnPlan;
  readonly store: RowStore;
  readonly row: number;
  readonly before: InputSnapshot;
  /** The edited column, where one was; it is never outdated by itself. */
  readonly edited: string | undefined;
}

/** Marks `done` cells of calls of which an input differs from `before`. Values stay. */
export function markOutdated({ plan, store, row, before, edited }: OutdatedOptions): void {
  for (const step of plan.calls) {
    const isSame = inputsOf(plan, step).every((id) =>
      isEqual(before.get(id), store.value(id, row)),
    );
    if (isSame) continue;
    for (const id of step.columnIds) {
      const value = store.value(id, row);
      if (id === edited || value === undefined || store.state(id, row) !== 'done') continue;
      store.setValue(id, row, value, 'outdated');
    }
  }
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
