/** The ratio rule against the ratio that the rows have. */
import type { ConstraintOf } from '#core/design/constraint.ts';
import { ratioOf } from '#core/rows/group-ratio.ts';
import type { RowReader } from '#core/rows/row-reader.ts';
import { noRows, type ConstraintMeasure } from './constraint-measure.ts';

export function measureRatio(
  constraint: ConstraintOf<'ratio'>,
  rows: RowReader,
): ConstraintMeasure {
  const ratio = ratioOf(constraint, rows);
  if (ratio === undefined) return noRows;
  const holds = ratio >= constraint.low && ratio <= constraint.high;
  return {
    verdict: holds ? 'holds' : 'broken',
    label: `${ratio.toFixed(2)} ×`,
    brokenRows: [],
  };
}
