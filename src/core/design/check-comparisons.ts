/** Findings on must-rules that compare what is drawn: those that no row can meet, and dates that are drawn apart. */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import type { ComparisonOperator, ExpressionNode } from '#core/expression/ast.ts';
import { parseExpressionGrammar } from '#core/expression/parse.ts';
import { knownValues } from './column-facts.ts';
import { createDateGap, type DateGap } from './date-gap.ts';
import type { DatasetDesign } from './design.ts';
import { errorAt, listNames, warningAt } from './finding.ts';
import { createNodeRange } from './interval.ts';
import type { Range } from './law/law.ts';
import { rangeWords } from './order/infeasible-words.ts';

interface Comparison {
  readonly left: ExpressionNode;
  readonly operator: ComparisonOperator;
  readonly right: ExpressionNode;
}

interface Tools {
  readonly design: DatasetDesign;
  readonly rangeOf: (node: ExpressionNode) => Range;
  readonly gapOf: DateGap;
  /** As the rule writes it. */
  readonly textOf: (node: ExpressionNode) => string;
}

/** One finding at most for each rule; those in `named` are left out. Values and dates are compared one by one, without other rules. */
export function checkComparisons(
  design: DatasetDesign,
  named: ReadonlySet<number>,
): readonly Diagnostic[] {
  const rangeOf = createNodeRange(design);
  const gapOf = createDateGap(design);
  return design.constraints.flatMap((rule, index): readonly Diagnostic[] => {
    if (rule.kind !== 'expression' || rule.severity !== 'must' || named.has(index)) return [];
    const parsed = parseExpressionGrammar(rule.expression);
    if (!parsed.ok) return [];
    const textOf = ({ start, end }: ExpressionNode): string => rule.expression.slice(start, end);
    const tools = { design, rangeOf, gapOf, textOf };
    const comparisons = comparisonsIn(parsed.value);
    const reason = firstOf(comparisons, (one) => impossibility(one, tools));
    if (reason !== undefined)
      return [
        errorAt(['constraints', index], 'infeasible', `${reason}, so no row can meet this rule.`),
      ];
    const apart = firstOf(comparisons, (one) => drawnApart(one, tools));
    return apart === undefined
      ? []
      : [warningAt(['constraints', index], 'dates-drawn-apart', apart)];
  });
}

function firstOf<Item, Found>(
  items: readonly Item[],
  find: (item: Item) => Found | undefined,
): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function comparisonsIn(node: ExpressionNode): readonly Comparison[] {
  if (node.kind === 'logic' && node.operator === 'and') return node.operands.flatMap(comparisonsIn);
  if (node.kind !== 'comparison') return [];
  let left = node.first;
  return node.links.map(({ operator, operand }) => {
    const found = { left, operator, right: operand };
    left = operand;
    return found;
  });
}

function impossibility(comparison: Comparison, tools: Tools): string | undefined {
  const { left, operator, right } = comparison;
  const text = tools.textOf(left);
  if (['<', '>', '!='].includes(operator) && left.kind === 'name' && text === tools.textOf(right))
    return `${text} is compared with itself`;
  return (
    valueProblem(comparison, tools) ??
    rangeProblem(comparison, tools) ??
    dateProblem(comparison, tools)
  );
}

function valueProblem(
  { left, operator, right }: Comparison,
  { design }: Tools,
): string | undefined {
  if (operator !== '==' || left.kind !== 'name' || right.kind !== 'literal') return undefined;
  const column = design.columns.findLast(({ name }) => name === left.name);
  if (column === undefined || column.fill.kind === 'generated' || column.conditionalParams?.length)
    return undefined;
  const values = column.convertTo === undefined ? knownValues(column) : undefined;
  if (values === undefined || values.includes(String(right.value))) return undefined;
  return `${column.name} is never “${String(right.value)}” (${listNames('Values', values).replace(/\.$/, '')})`;
}

function rangeProblem(
  { left, operator, right }: Comparison,
  { rangeOf, textOf }: Tools,
): string | undefined {
  const [one, other] = [rangeOf(left), rangeOf(right)];
  const below = one.high < other.low;
  const above = one.low > other.high;
  const isImpossible =
    (operator === '<' && one.low >= other.high) ||
    (operator === '<=' && above) ||
    (operator === '>' && one.high <= other.low) ||
    (operator === '>=' && below) ||
    (operator === '==' && (below || above));
  if (!isImpossible) return undefined;
  const sides = [
    { node: left, range: one },
    { node: right, range: other },
  ].filter(({ node }) => node.kind !== 'literal');
  return sides.map(({ node, range }) => `${textOf(node)} lies ${rangeWords(range)}`).join(' and ');
}

function dateProblem(
  { left, operator, right }: Comparison,
  { gapOf, textOf }: Tools,
): string | undefined {
  const gap = gapOf(left, right);
  if (gap === undefined) return undefined;
  const isImpossible =
    (operator.startsWith('<') && gap.low > 0) || (operator.startsWith('>') && gap.high < 0);
  const word = gap.low > 0 ? 'after' : 'before';
  return isImpossible ? `${textOf(left)} always lies ${word} ${textOf(right)}` : undefined;
}

function drawnApart(
  { left, operator, right }: Comparison,
  { gapOf, textOf }: Tools,
): string | undefined {
  const gap = gapOf(left, right);
  if (gap === undefined) return undefined;
  const isBelow = operator.startsWith('<');
  if (!isBelow && !operator.startsWith('>')) return undefined;
  const end = isBelow ? gap.high : -gap.low;
  if (end < 0 || (end === 0 && operator.endsWith('='))) return undefined;
  const date = left.kind === 'name' ? left : right;
  return left.kind === 'name' && right.kind === 'name'
    ? `${textOf(left)} and ${textOf(right)} are drawn apart, so rows may break this rule. Draw one of them as a time before or after the other.`
    : `${textOf(date)} is drawn from its own range, so rows may break this rule. Change where the range starts or ends.`;
}
