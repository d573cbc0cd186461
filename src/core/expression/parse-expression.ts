/**
 * Recursive descent over the operators, loosest first. Filters and tests bind tighter than arithmetic,
 * as in Jinja (`a / b | round` rounds `b`); `**` follows Python (`-2 ** 2` is -4).
 */
import type {
  BinaryOperator,
  ComparisonLink,
  ComparisonOperator,
  ExpressionNode,
  LogicNode,
} from './ast.ts';
import { parseOperand } from './parse-operand.ts';
import { parseFilters } from './parse-filter.ts';
import type { TokenReader } from './token-reader.ts';

const symbolComparisons: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=']);

/** Reads one expression, `a if b else c` included; stops at the first token that does not belong to it. */
export function readExpression(reader: TokenReader): ExpressionNode {
  return reader.nest(() => {
    const consequent = readOr(reader);
    if (reader.take('name', 'if') === undefined) return consequent;
    const test = readOr(reader);
    const alternative =
      reader.take('name', 'else') === undefined ? undefined : readExpression(reader);
    const end = reader.previousEnd;
    return { kind: 'conditional', test, consequent, alternative, start: consequent.start, end };
  });
}

/** Reads an expression without a trailing `if`: the iterable of `for x in xs if …`. */
export function readOr(reader: TokenReader): ExpressionNode {
  return readLogic(reader, 'or', () => readLogic(reader, 'and', () => readNot(reader)));
}

function readLogic(
  reader: TokenReader,
  operator: LogicNode['operator'],
  readOperand: () => ExpressionNode,
): ExpressionNode {
  const first = readOperand();
  if (!reader.isAt('name', operator)) return first;
  const operands = [first];
  while (reader.take('name', operator) !== undefined) operands.push(readOperand());
  return { kind: 'logic', operator, operands, start: first.start, end: reader.previousEnd };
}

function readNot(reader: TokenReader): ExpressionNode {
  const sign = reader.take('name', 'not');
  if (sign === undefined) return readComparison(reader);
  const operand = reader.nest(() => readNot(reader));
  return { kind: 'unary', operator: 'not', operand, start: sign.start, end: operand.end };
}

function readComparison(reader: TokenReader): ExpressionNode {
  const first = readSum(reader);
  const links: ComparisonLink[] = [];
  for (;;) {
    const operator = takeComparison(reader);
    if (operator === undefined) break;
    links.push({ operator, operand: readSum(reader) });
  }
  if (links.length === 0) return first;
  return { kind: 'comparison', first, links, start: first.start, end: reader.previousEnd };
}

function takeComparison(reader: TokenReader): ComparisonOperator | undefined {
  const token = reader.peek();
  if (token.kind === 'operator' && symbolComparisons.has(token.text))
    return reader.next().text as ComparisonOperator;
  if (reader.take('name', 'in') !== undefined) return 'in';
  const following = reader.peek(1);
  if (!reader.isAt('name', 'not') || following.kind !== 'name' || following.text !== 'in')
    return undefined;
  reader.next();
  reader.next();
  return 'not in';
}

function readSum(reader: TokenReader): ExpressionNode {
  return readChain(reader, ['+', '-'], () =>
    readChain(reader, ['~'], () =>
      readChain(reader, ['*', '/', '//', '%'], () => readUnary(reader, true)),
    ),
  );
}

/** Operators of one rank, grouped from the left. */
function readChain(
  reader: TokenReader,
  operators: readonly BinaryOperator[],
  readOperand: () => ExpressionNode,
): ExpressionNode {
  let left = readOperand();
  for (;;) {
    const token = reader.take('operator', ...operators);
    if (token === undefined) return left;
    const operator = token.text as BinaryOperator;
    const right = readOperand();
    left = { kind: 'binary', operator, left, right, start: left.start, end: right.end };
  }
}

/** A signed number takes filters as a whole: `-3 | abs` is 3, as in Jinja. */
function readUnary(reader: TokenReader, withFilters: boolean): ExpressionNode {
  const sign = reader.take('operator', '-', '+');
  if (sign === undefined) return readPower(reader, withFilters);
  const operand = reader.nest(() => readUnary(reader, false));
  const node: ExpressionNode = {
    kind: 'unary',
    operator: sign.text === '-' ? '-' : '+',
    operand,
    start: sign.start,
    end: operand.end,
  };
  return withFilters ? parseFilters(reader, node, readers) : node;
}

function readPower(reader: TokenReader, withFilters: boolean): ExpressionNode {
  const operand = parseOperand(reader, readExpression);
  const left = withFilters ? parseFilters(reader, operand, readers) : operand;
  if (reader.take('operator', '**') === undefined) return left;
  const right = reader.nest(() => readUnary(reader, withFilters));
  return { kind: 'binary', operator: '**', left, right, start: left.start, end: right.end };
}

const readers = { readExpression, readOperand: parseTestOperand };

/** The bare argument of a test, `x is divisibleby 3`: no filters, no arithmetic. */
function parseTestOperand(reader: TokenReader): ExpressionNode {
  return parseOperand(reader, readExpression);
}
