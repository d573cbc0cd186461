/** For tests of this folder: which rows of a filled table break a rule of its design, and which cells have failed. */
import type { DatasetDesign } from '#core/design/design.ts';
import { compileRowRule, isCompiledConstraint } from '#core/design/row-rule.ts';
import { createRowViews } from './row-view.ts';
import type { FilledTable } from './filled-table.contract.ts';

export interface BrokenRow {
  /** Place of the rule in the design. */
  readonly constraint: number;
  /** What is wrong, as people read it. */
  readonly why: string;
  /** The column without a value, where that is why. */
  readonly failed: string | undefined;
}

/** Of all must-rules that are asked row by row. Rows in which a column of the rule is skipped are no rows of it. */
export function brokenRows(design: DatasetDesign, { store }: FilledTable): readonly BrokenRow[] {
  const views = createRowViews(design, store);
  return design.constraints.flatMap((constraint, place): readonly BrokenRow[] => {
    if (!isCompiledConstraint(constraint) || constraint.severity !== 'must') return [];
    const rule = compileRowRule(constraint, design);
    if (!rule.ok) return [];
    return Array.from({ length: store.rowCount }, (_, row) => row).flatMap((row) => {
      const view = views.moveTo(row);
      const states = new Set(rule.value.columnIds.map((id) => store.state(id, row)));
      if (states.has('skipped')) return [];
      const failed = rule.value.columnIds.find((id) => store.state(id, row) === 'failed');
      const why =
        failed === undefined ? rule.value.violation(view) : store.cell(failed, row).reason;
      return why === undefined ? [] : [{ constraint: place, why, failed }];
    });
  });
}
