/** A share: the rows to come are told the share that they are to have themselves. */
import type { ConstraintOf } from '#core/design/constraint.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { groupKey } from '#core/rows/row-reader.ts';
import { countPromised, withPromised } from './promised.ts';
import {
  aimOf,
  clamp,
  countWords,
  lackOf,
  leastRows,
  nameOf,
  type OpenRows,
  type Residual,
} from './residual.ts';

/** None while the share is met within half of its tolerance. */
export function shareResidual(
  rule: ConstraintOf<'share'>,
  rows: OpenRows,
  design: DatasetDesign,
): readonly Residual[] {
  let written = 0;
  let having = 0;
  let open = 0;
  const counter = countPromised();
  for (let row = 0; row < rows.rowCount; row += 1) {
    const key = groupKey(rows.value(rule.column, row));
    if (key === undefined) {
      open += 1;
      counter.add(rows.told?.(rule.id, row), '');
    } else written += 1;
    if (key === String(rule.value)) having += 1;
  }
  if (written < leastRows || open === 0) return [];
  const soFar = having / written;
  const { share, tolerance } = rule;
  const promised = counter.of('');
  const standing = withPromised({ soFar, written, left: open }, promised);
  if (standing.left <= 0) return [];
  const wanted = { low: share - tolerance, high: share + tolerance };
  const lack = lackOf(standing.soFar, wanted, {
    possible: { low: 0, high: 1 },
    untoldRequests: promised.untoldRequests,
  });
  if (lack <= 0) return [];
  const aim = clamp(aimOf(share, standing), 0, 1);
  const what = `${nameOf(rule.column, design)} ${String(rule.value)}`;
  return [
    {
      standing: `${percent(soFar)} of ${countWords(written, rows)} have ${what}`,
      advice: `aim for ${percent(aim)} in the rows to come`,
      lack,
      group: '',
      aim,
    },
  ];
}

function percent(part: number): string {
  return `${Math.round(part * 100)} %`;
}
