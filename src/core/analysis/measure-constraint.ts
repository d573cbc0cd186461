/** Every kind of constraint measured over rows: whether it holds, in which words, and where it does not. */
import { counted } from '#core/base/counted.ts';
import type { Constraint, ConstraintOf } from '#core/design/constraint.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { compileRowRule, type RowRule } from '#core/design/row-rule.ts';
import { uniqueKey } from '#core/design/unique-key.ts';
import type { Scope } from '#core/expression/scope.ts';
import { maxBrokenRows, noRows, type ConstraintMeasure } from './constraint-measure.ts';
import { measureGroups } from './measure-groups.ts';
import { measureRatio } from './measure-ratio.ts';
import { groupKey, type RowReader } from '#core/rows/row-reader.ts';

/** What measures know besides the rows. */
export interface MeasureContext {
  readonly design: DatasetDesign;
  /** Scope of a row for expressions; plain values by column name when absent. */
  readonly scopeOf?: ((row: number) => Scope) | undefined;
}

/**
 * Measures over all rows, cost linear in them. Rows in which a column of the rule holds no value do not
 * count. A rule that cannot be compiled measures as broken with the label `not valid`.
 */
export function measureConstraint(
  constraint: Constraint,
  rows: RowReader,
  context: MeasureContext,
): ConstraintMeasure {
  switch (constraint.kind) {
    case 'expression':
    case 'range':
    case 'pattern':
    case 'length': {
      const rule = compileRowRule(constraint, context.design);
      if (!rule.ok) return { verdict: 'broken', label: 'not valid', brokenRows: [] };
      return measureRule(rule.value, rows, context);
    }
    case 'unique':
      return measureUnique(constraint, rows);
    case 'correlation':
    case 'linear':
    case 'monotone':
      return measureGroups(constraint, rows);
    case 'ratio':
      return measureRatio(constraint, rows);
    case 'share':
      return measureShare(constraint, rows);
  }
}

function measureRule(rule: RowRule, rows: RowReader, context: MeasureContext): ConstraintMeasure {
  const scopeOf = context.scopeOf ?? plainScopes(rows, context.design);
  const brokenRows: number[] = [];
  let count = 0;
  let brokenCount = 0;
  for (let row = 0; row < rows.rowCount; row += 1) {
    if (rule.columnIds.some((id) => rows.value(id, row) === undefined)) continue;
    count += 1;
    const value = (columnId: string) => rows.value(columnId, row);
    if (rule.violation({ value, scope: scopeOf(row) }) === undefined) continue;
    brokenCount += 1;
    if (brokenRows.length < maxBrokenRows) brokenRows.push(row);
  }
  if (count === 0) return noRows;
  const verdict = brokenCount === 0 ? 'holds' : 'broken';
  const label =
    brokenCount === 0 ? `${thousands(count)} of ${thousands(count)}` : counted(brokenCount, 'row');
  return { verdict, label, brokenRows, brokenCount, count };
}

/** Names of columns to values; without labels and descriptions of table values. */
function plainScopes(rows: RowReader, design: DatasetDesign): (row: number) => Scope {
  const ids = new Map(design.columns.map((column) => [column.name, column.id]));
  return (row) => ({
    get: (name) => {
      const id = ids.get(name);
      return id === undefined ? undefined : rows.value(id, row);
    },
  });
}

/** A clash is a row that repeats an earlier one. */
function measureUnique(constraint: ConstraintOf<'unique'>, rows: RowReader): ConstraintMeasure {
  const seen = new Set<string>();
  const brokenRows: number[] = [];
  let count = 0;
  let clashes = 0;
  for (let row = 0; row < rows.rowCount; row += 1) {
    const key = uniqueKey(constraint.columns.map((id) => rows.value(id, row)));
    if (key === undefined) continue;
    count += 1;
    if (!seen.has(key)) {
      seen.add(key);
      continue;
    }
    clashes += 1;
    if (brokenRows.length < maxBrokenRows) brokenRows.push(row);
  }
  if (count === 0) return noRows;
  const verdict = clashes === 0 ? 'holds' : 'broken';
  const label =
    clashes === 0
      ? `${thousands(count)} of ${thousands(count)}`
      : `${thousands(clashes)} ${clashes === 1 ? 'clash' : 'clashes'}`;
  return { verdict, label, brokenRows, brokenCount: clashes, count };
}

function measureShare(constraint: ConstraintOf<'share'>, rows: RowReader): ConstraintMeasure {
  let count = 0;
  let hits = 0;
  for (let row = 0; row < rows.rowCount; row += 1) {
    const key = groupKey(rows.value(constraint.column, row));
    if (key === undefined) continue;
    count += 1;
    if (key === String(constraint.value)) hits += 1;
  }
  if (count === 0) return noRows;
  const share = hits / count;
  // Decimal targets are inexact in binary; a share right on the edge still holds.
  const holds = Math.abs(share - constraint.share) <= constraint.tolerance + 1e-12;
  return {
    verdict: holds ? 'holds' : 'broken',
    label: `${(share * 100).toFixed(1)} %`,
    brokenRows: [],
  };
}

function thousands(count: number): string {
  return count.toLocaleString('en');
}
