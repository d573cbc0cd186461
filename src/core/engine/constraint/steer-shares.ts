/** Share rules steer what is still to be written: the prompt says where the rows stand and what to aim for. */
import type { JsonValue } from '#core/base/json.ts';
import { toText } from '#core/expression/value.ts';
import type { ConstraintOf } from '#core/design/constraint.ts';
import { findColumn, type DatasetDesign } from '#core/design/design.ts';

/** Most rows that are looked at; of longer datasets every k-th row stands for its neighbours. */
const mostRows = 20_000;
/** Fewer written rows say nothing about a share. */
const leastRows = 10;

export interface SteeredRows {
  value(columnId: string, row: number): JsonValue | undefined;
}

/** Share rules of the prompt about columns that this call writes. */
export function steeredRules(
  design: DatasetDesign,
  columnIds: readonly string[],
): readonly ConstraintOf<'share'>[] {
  return design.constraints
    .filter((rule) => rule.kind === 'share')
    .filter(({ inPrompt, column }) => inPrompt && columnIds.includes(column));
}

/**
 * One sentence without a full stop, such as “So far 62 % of 40 rows have type OLED; aim for 41 % in the
 * rows to come”. Undefined while there are too few rows, when none is left, or when the share is met
 * within its tolerance.
 */
export function steeringSentence(
  rule: ConstraintOf<'share'>,
  design: DatasetDesign,
  rows: SteeredRows,
): string | undefined {
  const stride = Math.max(1, Math.ceil(design.rows / mostRows));
  let written = 0;
  let having = 0;
  let seen = 0;
  for (let row = 0; row < design.rows; row += stride) {
    seen += 1;
    const value = rows.value(rule.column, row);
    if (value === undefined || value === null) continue;
    written += 1;
    if (toText(value) === toText(rule.value)) having += 1;
  }
  const left = seen - written;
  if (written < leastRows || left === 0) return undefined;
  const share = having / written;
  if (Math.abs(share - rule.share) <= rule.tolerance) return undefined;
  const aim = Math.min(1, Math.max(0, (rule.share * seen - having) / left));
  const name = findColumn(design, rule.column)?.name ?? rule.column;
  const percent = (part: number): string => `${Math.round(part * 100)} %`;
  return `So far ${percent(share)} of ${written * stride} rows have ${name} ${String(rule.value)}; aim for ${percent(aim)} in the rows to come`;
}
