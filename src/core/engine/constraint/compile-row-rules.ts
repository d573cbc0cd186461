/** All row rules of a design, compiled once, asked for stored rows and for rows that are only offered. */
import type { Diagnostic, Severity } from '#core/base/diagnostic.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import type { Constraint } from '#core/design/constraint.ts';
import { onFailureOf, type OnFailure } from '#core/design/on-failure.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import {
  compileRowRule,
  isCompiledConstraint,
  type RowRule,
  type RuleRow,
} from '#core/design/row-rule.ts';

export interface Violation {
  readonly constraintId: string;
  readonly severity: Constraint['severity'];
  readonly onFailure: OnFailure;
  /** Names the column, the value and the rule; no full stop. */
  readonly reason: string;
  /** Columns that the rule names. */
  readonly columnIds: readonly string[];
}

export interface RowRules {
  /**
   * Rules that the row breaks, in the order of the design. Rules of which a column has no value yet are not
   * asked. With `affected`, only rules that name one of these columns are.
   */
  evaluate(row: RuleRow, affected?: ReadonlySet<string>): readonly Violation[];
}

/** Fails with one diagnostic for each rule that cannot be asked. Unique rules are not among them. */
export function compileRowRules(design: DatasetDesign): Result<RowRules, readonly Diagnostic[]> {
  const rules: RowRule[] = [];
  const diagnostics: Diagnostic[] = [];
  design.constraints.forEach((constraint, index) => {
    if (!isCompiledConstraint(constraint)) return;
    const rule = compileRowRule(constraint, design);
    if (rule.ok) rules.push(rule.value);
    else diagnostics.push(diagnosticOf(constraint, index, rule.error));
  });
  if (diagnostics.length > 0) return failure(diagnostics);
  return success({
    evaluate: (row, affected) =>
      rules.flatMap((rule) => {
        if (affected !== undefined && !rule.columnIds.some((id) => affected.has(id))) return [];
        if (rule.columnIds.some((id) => row.value(id) === undefined)) return [];
        const reason = rule.violation(row);
        return reason === undefined ? [] : [violationOf(rule, reason)];
      }),
  });
}

function violationOf({ constraint, columnIds }: RowRule, reason: string): Violation {
  const { id: constraintId, severity } = constraint;
  return { constraintId, severity, onFailure: onFailureOf(constraint), reason, columnIds };
}

function diagnosticOf(constraint: Constraint, index: number, message: string): Diagnostic {
  const fields: Partial<Record<Constraint['kind'], string>> = {
    expression: 'expression',
    pattern: 'pattern',
  };
  const severity: Severity = 'error';
  const path = ['constraints', index, fields[constraint.kind] ?? 'column'];
  return { path, code: 'invalid-rule', severity, message };
}
