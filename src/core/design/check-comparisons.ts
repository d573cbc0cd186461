/** Findings on must-rules that compare what is drawn: those that no row can meet, and those that rows may break. */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import type { ExpressionNode } from '#core/expression/ast.ts';
import { parseExpressionGrammar } from '#core/expression/parse.ts';
import { createCheckUnheld } from './check-unheld.ts';
import { knownValues } from './column-facts.ts';
import { comparisonsIn, type Comparison } from './comparison.ts';
import type { DatasetDesign } from './design.ts';
import { errorAt, listNames } from './finding.ts';
import { createNodeRange } from './interval.ts';
import type { Range } from './law/law.ts';
import type { Narrowings } from './narrowing.ts';
import { rangeWords } from './order/infeasible-words.ts';

interface Tools {
  readonly design: DatasetDesign;
  readonly rangeOf: (node: ExpressionNode) => Range;
  /** As the rule writes it. */
  readonly textOf: (node: ExpressionNode) => string;
}

/** One finding at most for each rule; those that are named as infeasible already are left out. Values and ranges are compared one by one, without other rules. */
export function checkComparisons(
  design: DatasetDesign,
  narrowings: Narrowings,
): readonly Diagnostic[] {
  const named = new Set(narrowings.infeasible.map(({ constraint }) => constraint));
  const rangeOf = createNodeRange(design);
  const checkUnheld = createCheckUnheld(design, narrowings);
  return design.constraints.flatMap((rule, index): readonly Diagnostic[] => {
    if (rule.kind !== 'expression' || rule.severity !== 'must' || named.has(index)) return [];
    const parsed = parseExpressionGrammar(rule.expression);
    if (!parsed.ok) return [];
    const textOf = ({ start, end }: ExpressionNode): string => rule.expression.slice(start, end);
    const tools = { design, rangeOf, textOf };
    const reason = firstOf(comparisonsIn(parsed.value), (one) => impossibility(one, tools));
    if (reason !== undefined)
      return [
        errorAt(['constraints', index], 'infeasible', `${reason}, so no row can meet this rule.`),
      ];
    const unheld = checkUnheld(parsed.value, index);
    return unheld === undefined ? [] : [unheld];
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

function impossibility(comparison: Comparison, tools: Tools): string | undefined {
  const { left, operator, right } = comparison;
  const text = tools.textOf(left);
  if (['<', '>', '!='].includes(operator) && left.kind === 'name' && text === tools.textOf(right))
    return `${text} is compared with itself`;
  return valueProblem(comparison, tools) ?? rangeProblem(comparison, tools);
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
