/** Reads what follows an operand: filters `| name(…)` and tests `is [not] name …`, any number of them. */
import type { CallArguments, ExpressionNode } from './ast.ts';
import { parseArguments, type ReadExpression } from './parse-operand.ts';
import type { TokenReader } from './token-reader.ts';

export interface FilterReaders {
  readonly readExpression: ReadExpression;
  /** Reads the bare argument of a test. */
  readonly readOperand: ReadExpression;
}

const noArguments: CallArguments = { positional: [], named: [] };
const operandWords: ReadonlySet<string> = new Set(['else', 'or', 'and', 'is', 'if', 'in', 'not']);

export function parseFilters(
  reader: TokenReader,
  operand: ExpressionNode,
  readers: FilterReaders,
): ExpressionNode {
  let node = operand;
  for (;;) {
    if (reader.isAt('operator', '|')) node = parseFilter(reader, node, readers);
    else if (reader.isAt('name', 'is')) node = parseTest(reader, node, readers);
    else return node;
  }
}

function parseFilter(
  reader: TokenReader,
  target: ExpressionNode,
  readers: FilterReaders,
): ExpressionNode {
  reader.next();
  const name = reader.expectName('the name of a filter after “|”').text;
  const callArguments = reader.isAt('operator', '(')
    ? parseArguments(reader, readers.readExpression)
    : noArguments;
  const { start } = target;
  return { kind: 'filter', name, target, ...callArguments, start, end: reader.previousEnd };
}

function parseTest(
  reader: TokenReader,
  target: ExpressionNode,
  readers: FilterReaders,
): ExpressionNode {
  reader.next();
  const isNegated = reader.take('name', 'not') !== undefined;
  const name = reader.expectName('the name of a test after “is”').text;
  const callArguments = parseTestArguments(reader, readers);
  const { start } = target;
  const end = reader.previousEnd;
  return { kind: 'test', name, isNegated, target, ...callArguments, start, end };
}

/** `divisibleby(3)` and `divisibleby 3` mean the same. */
function parseTestArguments(reader: TokenReader, readers: FilterReaders): CallArguments {
  if (reader.isAt('operator', '(')) return parseArguments(reader, readers.readExpression);
  const token = reader.peek();
  const startsOperand =
    token.kind === 'number' ||
    token.kind === 'string' ||
    (token.kind === 'name' && !operandWords.has(token.text)) ||
    reader.isAt('operator', '[', '{');
  return startsOperand ? { positional: [readers.readOperand(reader)], named: [] } : noArguments;
}
