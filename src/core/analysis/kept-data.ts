/** How many rows keep a rule about rows, and which do not. */
import type { ConstraintOf } from '#core/design/constraint.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import type { RowReader } from '#core/rows/row-reader.ts';
import { measureConstraint } from './measure-constraint.ts';

export interface KeptData {
  readonly kind: 'kept';
  readonly holding: number;
  readonly breaking: number;
  /** As in `ConstraintMeasure`: the first thousand. */
  readonly brokenRows: readonly number[];
}

/** Rows without a value in a column of the rule do not count. */
export function keptData(
  rows: RowReader,
  design: DatasetDesign,
  rule: ConstraintOf<'expression' | 'pattern' | 'unique'>,
): KeptData {
  const { count = 0, brokenCount = 0, brokenRows } = measureConstraint(rule, rows, { design });
  return { kind: 'kept', holding: count - brokenCount, breaking: brokenCount, brokenRows };
}
