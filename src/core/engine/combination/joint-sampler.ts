/** Attributes that combinations tie together, drawn as one: all of them read the same sequence of joint values. */
import { failure, success, type Result } from '#core/base/result.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import type { Draw } from '#core/engine/cell-draw.ts';
import type { SampleContext } from '#core/engine/sample/sample-context.ts';
import { createShareSequence } from '#core/engine/sample/share-sequence.ts';
import {
  jointShares,
  type JointAttribute,
  type JointProblem,
  type JointTable,
} from './joint-shares.ts';

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
  const table = tableOf(design);
  if (!table.ok) return failure(table.error.message);
  const { cells, shares, columnIds } = table.value;
  const place = columnIds.indexOf(column.id);
  const { values } = column.fill;
  const sequence = createShareSequence(shares, random.fork('combinations'));
  return success((row) => values[cells[sequence.at(row)]?.[place] ?? 0]?.value ?? null);
}

/** The attributes that a combination of the design names, in design order. */
function jointAttributes(design: DatasetDesign): readonly JointAttribute[] {
  const named = new Set((design.combinations ?? []).flatMap(({ values }) => Object.keys(values)));
  return design.columns.flatMap(({ id, name, fill }) =>
    named.has(id) && fill.kind === 'category' ? [{ columnId: id, name, values: fill.values }] : [],
  );
}

const known = new WeakMap<DatasetDesign, Result<JointTable, JointProblem>>();

/** Designs are immutable, so each is worked out once. */
function tableOf(design: DatasetDesign): Result<JointTable, JointProblem> {
  const table =
    known.get(design) ?? jointShares(jointAttributes(design), design.combinations ?? []);
  known.set(design, table);
  return table;
}
