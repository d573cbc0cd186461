/** Attributes that combinations tie together, drawn as one: all of them read the same sequence of joint values. */
import { failure, success, type Result } from '#core/base/result.ts';
import { jointTable } from '#core/design/joint-shares.ts';
import type { Draw } from '#core/engine/cell-draw.ts';
import type { SampleContext } from './sample-context.ts';
import { createShareSequence } from './share-sequence.ts';

/** Undefined for a column that no combination names. */
export function createJointDraw({
  design,
  column,
  random,
}: SampleContext): Result<Draw, string> | undefined {
  const isNamed = (design.combinations ?? []).some(({ values }) =>
    Object.hasOwn(values, column.id),
  );
  if (!isNamed || column.fill.kind !== 'category') return undefined;
  const table = jointTable(design);
  if (!table.ok) return failure(table.error.message);
  const { cells, shares, columnIds } = table.value;
  const place = columnIds.indexOf(column.id);
  const { values } = column.fill;
  const sequence = createShareSequence(shares, random.fork('combinations'));
  return success((row) => values[cells[sequence.at(row)]?.[place] ?? 0]?.value ?? null);
}
