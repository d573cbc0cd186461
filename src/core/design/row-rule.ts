/**
 * Rules for one row, compiled once and asked for every row. The same code decides what a run accepts
 * and what a measure counts, so the two cannot disagree. Unique rules look at other rows and are not here.
 */
import type { JsonValue } from '#core/base/json.ts';
import { compilePattern } from '#core/base/pattern.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import { compileExpression } from '#core/expression/compile.ts';
import { parseExpression } from '#core/expression/parse.ts';
import { ExpressionError } from '#core/expression/problem.ts';
import { expressionReferences } from '#core/expression/references.ts';
import type { Scope } from '#core/expression/scope.ts';
import { evaluateTest, quote, toText } from '#core/expression/value.ts';
import type { Constraint, ConstraintOf } from './constraint.ts';
import { findColumn, type Column, type DatasetDesign } from './design.ts';

/** One row as rules see it. */
export interface RuleRow {
  /** Undefined where the cell holds no value. */
  value(columnId: string): JsonValue | undefined;
  readonly scope: Scope;
}

export interface RowRule {
  readonly constraint: Constraint;
  /** Columns that the rule names itself, in order of first mention. */
  readonly columnIds: readonly string[];
  /**
   * Why the row breaks the rule, with the value that does (`41 words, the rule allows 10 to 30`); undefined when
   * it holds. Rules about one column say nothing of null. Ask only when all columns have values.
   */
  violation(row: RuleRow): string | undefined;
}

type Check = (row: RuleRow) => string | undefined;
type CompiledConstraint = ConstraintOf<'expression' | 'range' | 'pattern' | 'length'>;

export function isCompiledConstraint(constraint: Constraint): constraint is CompiledConstraint {
  return ['expression', 'range', 'pattern', 'length'].includes(constraint.kind);
}

/** The rule, or why it cannot be asked: a syntax error, a pattern out of reach, a name that no column has. */
export function compileRowRule(
  constraint: CompiledConstraint,
  design: DatasetDesign,
): Result<RowRule, string> {
  if (constraint.kind === 'expression') return compileExpressionRule(constraint, design);
  const { column } = constraint;
  const found = findColumn(design, column);
  if (found === undefined) return failure(`There is no column ${quote(column)}.`);
  const test = compileValueTest(constraint);
  if (!test.ok) return test;
  const violation: Check = (row) => {
    const value = row.value(column);
    const problem = value === undefined || value === null ? undefined : test.value(value);
    return problem === undefined ? undefined : `${found.name}: ${problem}`;
  };
  return success({ constraint, columnIds: [column], violation });
}

/** Words are the pieces between blanks that hold a letter or a digit: `state-of-the-art` is one, `–` none. */
export function countWords(text: string): number {
  let count = 0;
  for (const piece of text.split(/\s+/)) if (/[\p{L}\p{N}]/u.test(piece)) count += 1;
  return count;
}

/** Characters as people count them: code points, so that an emoji is one and not two. */
export function countCharacters(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.codePointAt(index) ?? 0;
    if (code > 0xffff) index += 1;
    count += 1;
  }
  return count;
}

function compileExpressionRule(
  constraint: ConstraintOf<'expression'>,
  design: DatasetDesign,
): Result<RowRule, string> {
  const parsed = parseExpression(constraint.expression);
  if (!parsed.ok) return failure(parsed.error.message);
  const names = new Set(expressionReferences(parsed.value).map(({ name }) => name));
  const columns: Column[] = [];
  for (const name of names) {
    const column = design.columns.find((candidate) => candidate.name === name);
    if (column === undefined) return failure(`There is no column named ${quote(name)}.`);
    columns.push(column);
  }
  const evaluate = compileExpression(parsed.value);
  const violation: Check = (row) => {
    try {
      if (evaluateTest(evaluate(row.scope))) return undefined;
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      return `the rule ${quote(constraint.expression)} cannot be checked: ${error.message}`;
    }
    const values = columns
      .slice(0, 4)
      .map(({ id, name }) => `${name} is ${shorten(toText(row.value(id) ?? null)) || 'empty'}`);
    return `${values.join(', ')}; the rule is ${quote(constraint.expression)}`;
  };
  return success({ constraint, columnIds: columns.map(({ id }) => id), violation });
}

type ValueTest = (value: JsonValue) => string | undefined;

function compileValueTest(
  constraint: ConstraintOf<'range' | 'pattern' | 'length'>,
): Result<ValueTest, string> {
  if (constraint.kind === 'pattern') return compilePatternTest(constraint.pattern);
  const { low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY } = constraint;
  const allowed = `the rule allows ${bounds(constraint)}`;
  if (constraint.kind === 'range')
    return success((value) => {
      if (typeof value !== 'number') return `${quote(toText(value))} is no number, ${allowed}`;
      return value >= low && value <= high ? undefined : `${value}, ${allowed}`;
    });
  const isWords = constraint.unit === 'words';
  return success((value) => {
    const count = isWords ? countWords(toText(value)) : countCharacters(toText(value));
    if (count >= low && count <= high) return undefined;
    const unit = isWords ? 'word' : 'character';
    return `${count} ${unit}${count === 1 ? '' : 's'}, ${allowed}`;
  });
}

function compilePatternTest(text: string): Result<ValueTest, string> {
  const pattern = compilePattern(text);
  if (!pattern.ok) return failure(pattern.error.message);
  return success((value) => {
    const candidate = toText(value);
    if (pattern.value.test(candidate)) return undefined;
    return `${quote(candidate)} does not match the pattern ${shorten(text)}`;
  });
}

function bounds({ low, high }: { low?: number | undefined; high?: number | undefined }): string {
  if (low !== undefined && high !== undefined)
    return low === high ? `exactly ${low}` : `${low} to ${high}`;
  if (low !== undefined) return `${low} or more`;
  return high === undefined ? 'anything' : `at most ${high}`;
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
