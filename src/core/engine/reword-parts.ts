/**
 * A dataset under other words: rows, marks and memories stay, and what models are told is compiled anew.
 */
import type { DatasetDesign } from '#core/design/design.ts';
import type { CallState, Parts } from './dataset-parts.ts';
import { createGeneratedCells } from './generated-cells.ts';
import { planColumns, type ColumnPlan } from './plan/column-order.ts';
import { createTaskWriter } from './task/create-task.ts';

/** `design` differs in words alone. Undefined where it plans otherwise or its messages cannot be used. */
export function rewordParts(parts: Parts, design: DatasetDesign): Parts | undefined {
  const plan = planColumns(design);
  if (!plan.ok || !isSamePlan(plan.value, parts.columnPlan)) return undefined;
  const createTask = createTaskWriter(design, plan.value);
  if (!createTask.ok) return undefined;
  return { ...parts, design, createTask: createTask.value, calls: rewordCalls(parts, design) };
}

/** The columns of a call bring their descriptions along. */
function rewordCalls({ calls, store }: Parts, design: DatasetDesign): Parts['calls'] {
  const reworded = ([callId, call]: [string, CallState]): [string, CallState] => [
    callId,
    { ...call, cells: createGeneratedCells({ design, step: call.step, store }) },
  ];
  return new Map([...calls].map(reworded));
}

/** Plans are made in one way, so that equal ones read the same. */
function isSamePlan(one: ColumnPlan, other: ColumnPlan): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
