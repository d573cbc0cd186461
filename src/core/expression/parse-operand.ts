/**
 * Literals, names, brackets, calls, attributes, indexes and slices. Values are never callable: only a
 * bare name can be called, and `.items()` is read as the filter of that name because Jinja authors write it.
 */
import type { CallArguments, DictionaryEntry, ExpressionNode, NamedArgument } from './ast.ts';
import { problemAt } from './problem.ts';
import type { TokenReader } from './token-reader.ts';
import { reservedWords, type Token } from './tokenize.ts';
import { quote } from './value.ts';

/** Handed down, so that this file does not import the file that imports it. */
export type ReadExpression = (reader: TokenReader) => ExpressionNode;

const constants: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['True', true],
  ['false', false],
  ['False', false],
  ['none', null],
  ['None', null],
  ['null', null],
]);

/** Reads one operand with everything attached to it by `.`, `[…]` or `(…)`. */
export function parseOperand(reader: TokenReader, readExpression: ReadExpression): ExpressionNode {
  let node = parsePrimary(reader, readExpression);
  for (;;) {
    if (reader.isAt('operator', '.')) node = parseAttribute(reader, node);
    else if (reader.isAt('operator', '[')) node = parseSubscript(reader, node, readExpression);
    else if (reader.isAt('operator', '('))
      throw problemAt(reader.peek(), 'unknown-function', 'This value cannot be called.');
    else return node;
  }
}

/** Reads `(a, b, name=c)`, the opening bracket included. */
export function parseArguments(reader: TokenReader, readExpression: ReadExpression): CallArguments {
  reader.expectOperator('(', 'before the arguments');
  const positional: ExpressionNode[] = [];
  const named: NamedArgument[] = [];
  while (!reader.isAt('operator', ')')) {
    const following = reader.peek(1);
    if (reader.peek().kind === 'name' && following.kind === 'operator' && following.text === '=') {
      const name = reader.next().text;
      reader.next();
      named.push({ name, value: readExpression(reader) });
    } else if (named.length > 0) reader.fail('Expected a named argument such as “name=value”');
    else positional.push(readExpression(reader));
    if (reader.take('operator', ',') === undefined) break;
  }
  reader.expectOperator(')', 'after the arguments');
  return { positional, named };
}

function parsePrimary(reader: TokenReader, readExpression: ReadExpression): ExpressionNode {
  const token = reader.peek();
  const { start, end } = token;
  if (token.kind === 'number') {
    reader.next();
    return { kind: 'literal', value: token.value, start, end };
  }
  if (token.kind === 'string') {
    reader.next();
    return { kind: 'literal', value: token.text, start, end };
  }
  if (token.kind === 'name') return parseName(reader, token, readExpression);
  if (reader.isAt('operator', '(')) return parseGroup(reader, readExpression);
  if (reader.isAt('operator', '[')) return parseList(reader, readExpression);
  if (reader.isAt('operator', '{')) return parseDictionary(reader, readExpression);
  return reader.fail('Expected a value such as a name, a number or a text');
}

function parseName(
  reader: TokenReader,
  token: Token,
  readExpression: ReadExpression,
): ExpressionNode {
  const { text: name, start, end } = token;
  const constant = constants.get(name);
  if (constant === undefined && reservedWords.has(name))
    return reader.fail('Expected a value such as a name, a number or a text');
  reader.next();
  if (constant !== undefined) return { kind: 'literal', value: constant, start, end };
  if (!reader.isAt('operator', '(')) return { kind: 'name', name, start, end };
  const callArguments = parseArguments(reader, readExpression);
  return { kind: 'call', name, ...callArguments, start, end: reader.previousEnd };
}

/** `(a)` is `a`; `()`, `(a,)` and `(a, b)` are lists. */
function parseGroup(reader: TokenReader, readExpression: ReadExpression): ExpressionNode {
  const { start } = reader.next();
  const items: ExpressionNode[] = [];
  let hasComma = false;
  while (!reader.isAt('operator', ')')) {
    items.push(readExpression(reader));
    if (reader.take('operator', ',') === undefined) break;
    hasComma = true;
  }
  reader.expectOperator(')', 'to close the bracket');
  const end = reader.previousEnd;
  const [only] = items;
  return only !== undefined && !hasComma ? only : { kind: 'list', items, start, end };
}

function parseList(reader: TokenReader, readExpression: ReadExpression): ExpressionNode {
  const { start } = reader.next();
  const items: ExpressionNode[] = [];
  while (!reader.isAt('operator', ']')) {
    items.push(readExpression(reader));
    if (reader.take('operator', ',') === undefined) break;
  }
  reader.expectOperator(']', 'to close the list');
  return { kind: 'list', items, start, end: reader.previousEnd };
}

function parseDictionary(reader: TokenReader, readExpression: ReadExpression): ExpressionNode {
  const { start } = reader.next();
  const entries: DictionaryEntry[] = [];
  while (!reader.isAt('operator', '}')) {
    const key = readExpression(reader);
    reader.expectOperator(':', 'after the key');
    entries.push({ key, value: readExpression(reader) });
    if (reader.take('operator', ',') === undefined) break;
  }
  reader.expectOperator('}', 'to close the object');
  return { kind: 'dictionary', entries, start, end: reader.previousEnd };
}

function parseAttribute(reader: TokenReader, target: ExpressionNode): ExpressionNode {
  reader.next();
  const { start } = target;
  const token = reader.peek();
  if (token.kind === 'number' && /^\d+$/.test(token.text)) {
    reader.next();
    const { value, end } = token;
    const index: ExpressionNode = { kind: 'literal', value, start: token.start, end };
    return { kind: 'index', target, index, start, end };
  }
  const key = reader.expectName('a name after “.”');
  if (!reader.isAt('operator', '('))
    return { kind: 'attribute', target, key: key.text, start, end: key.end };
  const closing = reader.peek(1);
  if (key.text === 'items' && closing.kind === 'operator' && closing.text === ')') {
    reader.next();
    const { end } = reader.next();
    return { kind: 'filter', name: 'items', target, positional: [], named: [], start, end };
  }
  throw problemAt(
    key,
    'unknown-function',
    `Values have no methods, so ${quote(`${key.text}()`)} is unknown. Use a filter instead, such as “value | upper”.`,
  );
}

function parseSubscript(
  reader: TokenReader,
  target: ExpressionNode,
  readExpression: ReadExpression,
): ExpressionNode {
  reader.next();
  const { start } = target;
  const readPart = (): ExpressionNode | undefined =>
    reader.isAt('operator', ':', ']') ? undefined : readExpression(reader);
  const index = readPart();
  if (reader.take('operator', ':') === undefined) {
    if (index === undefined) return reader.fail('Expected an index or a key');
    reader.expectOperator(']', 'after the index');
    return { kind: 'index', target, index, start, end: reader.previousEnd };
  }
  const to = readPart();
  const step = reader.take('operator', ':') === undefined ? undefined : readPart();
  reader.expectOperator(']', 'after the slice');
  return { kind: 'slice', target, from: index, to, step, start, end: reader.previousEnd };
}
