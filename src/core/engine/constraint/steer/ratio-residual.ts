/** A ratio between two groups: the rows to come are told the ratio that makes up for those so far. */
import type { ConstraintOf } from '#core/design/constraint.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { ratioOf } from '#core/rows/group-ratio.ts';
import { groupKey } from '#core/rows/row-reader.ts';
import { countPromised, withPromised, type Promised } from './promised.ts';
import {
  aimOf,
  clamp,
  countWords,
  lackOf,
  leastRows,
  nameOf,
  short,
  type OpenRows,
  type Residual,
} from './residual.ts';

/** None while the ratio lies well within its range. The middle of the range is aimed for. */
export function ratioResidual(
  rule: ConstraintOf<'ratio'>,
  rows: OpenRows,
  design: DatasetDesign,
): readonly Residual[] {
  const soFar = ratioOf(rule, rows);
  const { written, left, promised } = countRows(rule, rows);
  if (soFar === undefined || written < leastRows || left === 0) return [];
  const middle = (rule.low + rule.high) / 2;
  const standing = withPromised({ soFar, written, left }, promised);
  const lack = lackOf(standing.soFar, rule, promised);
  if (lack <= 0 || standing.left <= 0) return [];
  const [of, to] = [String(rule.of), String(rule.to)];
  const what = nameOf(rule.column, design);
  const at = rule.at === undefined ? '' : ` at equal ${nameOf(rule.at, design)}`;
  // One part cannot make up for more than this without standing out itself.
  const aim = clamp(aimOf(middle, standing), rule.low / 2, rule.high * 2);
  return [
    {
      standing: `${what} of ${of} is ${short(soFar)} × that of ${to}${at} over ${countWords(written, rows)}, wanted between ${short(rule.low)} and ${short(rule.high)}`,
      advice: `aim for ${short(aim)} × in the rows to come`,
      lack: lack / rule.high,
      group: '',
      aim,
    },
  ];
}

/** Rows of the two groups, and those that may still be. */
function countRows(
  { id, column, by, of, to }: ConstraintOf<'ratio'>,
  rows: OpenRows,
): { readonly written: number; readonly left: number; readonly promised: Promised } {
  const counter = countPromised();
  const groups = new Set([String(of), String(to)]);
  let [written, left] = [0, 0];
  for (let row = 0; row < rows.rowCount; row += 1) {
    const group = groupKey(rows.value(by, row));
    if (group !== undefined && !groups.has(group)) continue;
    if (group === undefined || rows.value(column, row) === undefined) {
      left += 1;
      counter.add(rows.told?.(id, row), '');
    } else written += 1;
  }
  return { written, left, promised: counter.of('') };
}
