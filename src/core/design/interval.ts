/** Between which numbers the cells of a column lie, known before any is drawn. */
import type { ExpressionNode } from '#core/expression/ast.ts';
import { parseExpressionGrammar } from '#core/expression/parse.ts';
import { roundDecimal } from '#core/expression/round.ts';
import { fillsOf } from './column-facts.ts';
import type { Column, DatasetDesign } from './design.ts';
import type { CategoryValue, Fill, FillOf } from './fill.ts';
import { cutOf, lawOf } from './law/law-of.ts';
import type { Range } from './law/law.ts';

export const everything: Range = {
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
};

/** The range of every column, by id; `everything` where it is not known. Formulas are taken through their parts. */
export function rangesOf(design: DatasetDesign): ReadonlyMap<string, Range> {
  const ranges = new Map<string, Range>();
  const byName = new Map(design.columns.map((column) => [column.name, column]));
  const open = new Set<string>();
  const rangeOf = (column: Column | undefined): Range => {
    if (column === undefined || open.has(column.id)) return everything;
    const known = ranges.get(column.id);
    if (known !== undefined) return known;
    open.add(column.id);
    const found = columnRange(column, (name) => rangeOf(byName.get(name)));
    open.delete(column.id);
    ranges.set(column.id, found);
    return found;
  };
  for (const column of design.columns) rangeOf(column);
  return ranges;
}

/** The range of what an expression gives; `everything` where it is not known. */
export function createNodeRange(design: DatasetDesign): (node: ExpressionNode) => Range {
  const ranges = rangesOf(design);
  const ids = new Map(design.columns.map(({ id, name }) => [name, id]));
  return (node) => nodeRange(node, (name) => ranges.get(ids.get(name) ?? '') ?? everything);
}

type RangeOfName = (name: string) => Range;

function columnRange(column: Column, named: RangeOfName): Range {
  const { fill, convertTo } = column;
  if (convertTo !== undefined && convertTo !== 'float' && convertTo !== 'int') return everything;
  const hull = fillsOf(column)
    .map((one) => fillRange(one, named))
    .reduce(hullOf);
  if (convertTo === 'int') return roundedRange(hull);
  if (column.type !== 'integer') return hull;
  // A law is drawn from whole numbers within its ends; what is rounded may leave them.
  return fill.kind === 'number'
    ? { low: Math.ceil(hull.low), high: Math.floor(hull.high) }
    : { low: Math.floor(hull.low), high: Math.ceil(hull.high) };
}

/** Of numbers in the range that are rounded to whole ones. */
export function roundedRange({ low, high }: Range): Range {
  const rounded = (end: number): number => (Number.isFinite(end) ? roundDecimal(end, 0) : end);
  return { low: rounded(low), high: rounded(high) };
}

function fillRange(fill: Fill, named: RangeOfName): Range {
  switch (fill.kind) {
    case 'number':
      return distributionRange(fill);
    case 'category':
      return valuesRange(fill.values);
    case 'subcategory':
      return valuesRange(Object.values(fill.values).flat());
    case 'constant':
      return valuesRange([{ value: fill.value, weight: 1 }]);
    case 'formula':
      return formulaRange(fill, named);
    default:
      return everything;
  }
}

/** What lies in both; `low` is above `high` where nothing does. */
export function intersection(one: Range, other: Range): Range {
  return { low: Math.max(one.low, other.low), high: Math.min(one.high, other.high) };
}

/** Between which numbers a law draws. */
export function distributionRange({ distribution }: FillOf<'number'>): Range {
  const law = lawOf(distribution);
  const cut = cutOf(distribution);
  if (!law.ok) return cut;
  return intersection(law.value, cut);
}

function valuesRange(values: readonly CategoryValue[]): Range {
  const drawn = values.filter(({ weight }) => weight > 0).map(({ value }) => value);
  const numbers = drawn.filter((value) => typeof value === 'number');
  if (numbers.length === 0 || numbers.length < drawn.length) return everything;
  return numbers.reduce<Range>(
    ({ low, high }, value) => ({ low: Math.min(low, value), high: Math.max(high, value) }),
    { low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY },
  );
}

function formulaRange(
  { expression, noise, rounding }: FillOf<'formula'>,
  named: RangeOfName,
): Range {
  const parsed = parseExpressionGrammar(expression);
  if (!parsed.ok || noise?.kind === 'gaussian') return everything;
  let range = nodeRange(parsed.value, named);
  if (noise !== undefined) {
    const most = Math.max(Math.abs(range.low), Math.abs(range.high));
    const reach = noise.amount * (noise.relative ? most : 1);
    range = { low: range.low - reach, high: range.high + reach };
  }
  // Rounding moves a number by less than one of its last places; one whole is always enough.
  return rounding === undefined ? range : { low: range.low - 1, high: range.high + 1 };
}

function nodeRange(node: ExpressionNode, named: RangeOfName): Range {
  switch (node.kind) {
    case 'literal':
      return typeof node.value === 'number' ? { low: node.value, high: node.value } : everything;
    case 'name':
      return named(node.name);
    case 'unary':
      return node.operator === '-' ? negated(nodeRange(node.operand, named)) : everything;
    case 'conditional':
      return node.alternative === undefined
        ? everything
        : hullOf(nodeRange(node.consequent, named), nodeRange(node.alternative, named));
    case 'binary':
      return binaryRange(node.operator, nodeRange(node.left, named), nodeRange(node.right, named));
    default:
      return everything;
  }
}

function binaryRange(operator: string, one: Range, other: Range): Range {
  switch (operator) {
    case '+':
      return { low: one.low + other.low, high: one.high + other.high };
    case '-':
      return { low: one.low - other.high, high: one.high - other.low };
    case '*':
      return products(one, other);
    case '/':
      return other.low > 0 || other.high < 0
        ? products(one, { low: 1 / other.high, high: 1 / other.low })
        : everything;
    default:
      return everything;
  }
}

function products(one: Range, other: Range): Range {
  const all = [one.low, one.high].flatMap((a) => [other.low, other.high].map((b) => a * b));
  // 0 · ∞ is not a number: then nothing is known.
  if (all.some(Number.isNaN)) return everything;
  return { low: Math.min(...all), high: Math.max(...all) };
}

function negated({ low, high }: Range): Range {
  return { low: -high, high: -low };
}

function hullOf(one: Range, other: Range): Range {
  return { low: Math.min(one.low, other.low), high: Math.max(one.high, other.high) };
}
