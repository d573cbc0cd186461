/** Builds the tree of a template from its segments: the blocks `if`, `for` and `set` and what lies between. */
import type { ForPart, IfBranch, NameNode, TemplatePart } from './ast.ts';
import { readExpression, readOr } from './parse-expression.ts';
import { problemAt } from './problem.ts';
import type { OutputSegment, Segment, TagSegment } from './segment.ts';
import { nestWithin, TokenReader, type Nesting } from './token-reader.ts';
import { reservedWords } from './tokenize.ts';

interface Cursor {
  readonly segments: readonly Segment[];
  readonly nesting: Nesting;
  index: number;
}

interface Body {
  readonly parts: readonly TemplatePart[];
  /** The tag that ended the body. */
  readonly closing: TagSegment;
}

const closingWords: ReadonlySet<string> = new Set(['elif', 'else', 'endif', 'endfor']);

/** Throws an `ExpressionError` at the first segment that does not fit. */
export function buildTemplate(segments: readonly Segment[]): readonly TemplatePart[] {
  const cursor: Cursor = { segments, nesting: { depth: 0 }, index: 0 };
  const parts: TemplatePart[] = [];
  for (let segment = take(cursor); segment !== undefined; segment = take(cursor))
    parts.push(buildPart(cursor, segment));
  return parts;
}

function take(cursor: Cursor): Segment | undefined {
  const segment = cursor.segments[cursor.index];
  cursor.index += 1;
  return segment;
}

function buildPart(cursor: Cursor, segment: Segment): TemplatePart {
  if (segment.kind === 'text') return segment;
  if (segment.kind === 'output') return buildOutput(cursor, segment);
  return nestWithin(cursor.nesting, segment, () => buildBlock(cursor, segment));
}

function buildOutput(cursor: Cursor, segment: OutputSegment): TemplatePart {
  const reader = new TokenReader(segment.tokens, cursor.nesting);
  const expression = readExpression(reader);
  reader.expectEnd();
  return { kind: 'output', expression, start: segment.start, end: segment.end };
}

function buildBlock(cursor: Cursor, tag: TagSegment): TemplatePart {
  if (tag.word === 'if') return buildIf(cursor, tag);
  if (tag.word === 'for') return buildFor(cursor, tag);
  if (tag.word === 'set') return buildSet(cursor, tag);
  if (closingWords.has(tag.word))
    throw problemAt(
      tag,
      'expression-syntax',
      `“${tag.word}” has no block to belong to. Remove it.`,
    );
  throw problemAt(
    tag,
    'unknown-tag',
    `The tag “${tag.word}” is unknown. There are “if”, “for”, “set” and “raw”.`,
  );
}

/** Reads parts up to a tag that is one of `closers`; `opening` is named when there is none. */
function buildBody(cursor: Cursor, opening: TagSegment, closers: readonly string[]): Body {
  const parts: TemplatePart[] = [];
  for (let segment = take(cursor); segment !== undefined; segment = take(cursor)) {
    if (segment.kind === 'tag' && closers.includes(segment.word))
      return { parts, closing: segment };
    parts.push(buildPart(cursor, segment));
  }
  throw problemAt(
    opening,
    'expression-syntax',
    `“${opening.word}” is never closed. Add “{% end${opening.word} %}”.`,
  );
}

function buildIf(cursor: Cursor, opening: TagSegment): TemplatePart {
  const branches: IfBranch[] = [];
  let tag = opening;
  while (tag === opening || tag.word === 'elif') {
    const reader = new TokenReader(tag.tokens, cursor.nesting);
    const test = readExpression(reader);
    reader.expectEnd();
    const { parts, closing } = buildBody(cursor, opening, ['elif', 'else', 'endif']);
    branches.push({ test, body: parts });
    tag = closing;
  }
  const { otherwise, end } = buildOtherwise(cursor, { opening, tag, endWord: 'endif' });
  return { kind: 'if', branches, otherwise, start: opening.start, end };
}

interface OtherwisePlace {
  readonly opening: TagSegment;
  /** `else`, or the end of the block. */
  readonly tag: TagSegment;
  readonly endWord: string;
}

function buildOtherwise(
  cursor: Cursor,
  { opening, tag, endWord }: OtherwisePlace,
): { readonly otherwise: readonly TemplatePart[]; readonly end: number } {
  new TokenReader(tag.tokens).expectEnd();
  if (tag.word !== 'else') return { otherwise: [], end: tag.end };
  const { parts, closing } = buildBody(cursor, opening, [endWord]);
  new TokenReader(closing.tokens).expectEnd();
  return { otherwise: parts, end: closing.end };
}

function buildFor(cursor: Cursor, opening: TagSegment): ForPart {
  const reader = new TokenReader(opening.tokens, cursor.nesting);
  const names = [readVariable(reader)];
  while (reader.take('operator', ',') !== undefined) names.push(readVariable(reader));
  if (reader.take('name', 'in') === undefined) reader.fail('Expected “in” after the loop variable');
  const iterable = readOr(reader);
  const condition = reader.take('name', 'if') === undefined ? undefined : readExpression(reader);
  reader.expectEnd();
  const { parts: body, closing: tag } = buildBody(cursor, opening, ['else', 'endfor']);
  const { otherwise, end } = buildOtherwise(cursor, { opening, tag, endWord: 'endfor' });
  const { start } = opening;
  return { kind: 'for', names, iterable, condition, body, otherwise, start, end };
}

function buildSet(cursor: Cursor, tag: TagSegment): TemplatePart {
  const reader = new TokenReader(tag.tokens, cursor.nesting);
  const name = readVariable(reader);
  reader.expectOperator('=', 'after the name');
  const value = readExpression(reader);
  reader.expectEnd();
  return { kind: 'set', name, value, start: tag.start, end: tag.end };
}

function readVariable(reader: TokenReader): NameNode {
  const token = reader.expectName('the name of a variable');
  if (reservedWords.has(token.text) || token.text === 'loop')
    throw problemAt(
      token,
      'expression-syntax',
      `“${token.text}” has a meaning of its own and cannot be set. Choose another name.`,
    );
  return { kind: 'name', name: token.text, start: token.start, end: token.end };
}
