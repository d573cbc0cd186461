/**
 * Text to tree. Parsing never throws: everything wrong with a text is one problem with a range, unknown
 * filters and functions included. Unknown names are not, because only the caller knows the columns.
 */
import { failure, success, type Result } from '#core/base/result.ts';
import type { ExpressionNode, TemplateNode } from './ast.ts';
import { assertCalls, assertHeight } from './check-calls.ts';
import { readExpression } from './parse-expression.ts';
import { readFormatParts } from './parse-format.ts';
import { buildTemplate } from './parse-template.ts';
import { ExpressionError, problemAt, type ExpressionProblem } from './problem.ts';
import { segmentTemplate } from './segment.ts';
import { TokenReader } from './token-reader.ts';
import { tokenize } from './tokenize.ts';
import { visitTemplate } from './walk.ts';

/** Longest accepted text, in UTF-16 code units. */
export const maxSourceLength = 100_000;

/** Parses a bare expression such as `price > 100 and size < 90`; one surrounding `{{ }}` is tolerated. */
export function parseExpression(text: string): Result<ExpressionNode, ExpressionProblem> {
  return attempt(() => {
    const node = readExpressionText(text);
    assertCalls(node);
    return node;
  });
}

/** Parses text with `{{ }}`, `{% if %}`, `{% for %}`, `{% set %}`, `{% raw %}` and `{# #}`. */
export function parseTemplate(text: string): Result<TemplateNode, ExpressionProblem> {
  return attempt(() => {
    const node = readTemplateText(text);
    visitTemplate(node.parts, assertCalls);
    return node;
  });
}

/** Parses a Python format text with `{name}`, `{name.part[0]!r:>8}`, `{{` and `}}`. */
export function parseFormat(text: string): Result<TemplateNode, ExpressionProblem> {
  return attempt(() => {
    assertLength(text);
    return { kind: 'template', parts: readFormatParts(text), start: 0, end: text.length };
  });
}

/** As `parseExpression`, but calls of unknown filters and functions pass: renaming must work in them too. */
export function parseExpressionGrammar(text: string): Result<ExpressionNode, ExpressionProblem> {
  return attempt(() => readExpressionText(text));
}

/** As `parseTemplate`, but calls of unknown filters and functions pass. */
export function parseTemplateGrammar(text: string): Result<TemplateNode, ExpressionProblem> {
  return attempt(() => readTemplateText(text));
}

function readExpressionText(text: string): ExpressionNode {
  assertLength(text);
  const reader = new TokenReader(tokensOf(text));
  if (reader.peek().kind === 'end')
    throw problemAt(
      { start: 0, end: text.length },
      'expression-syntax',
      'The expression is empty.',
    );
  const node = readExpression(reader);
  reader.expectEnd();
  assertHeight(node);
  return node;
}

/** Tokens of a bare expression, or of the inside of its braces. */
function tokensOf(text: string): ReturnType<typeof tokenize>['tokens'] {
  const start = text.length - text.trimStart().length;
  if (!text.startsWith('{{', start)) return tokenize(text, { from: start }).tokens;
  const from = text[start + 2] === '-' ? start + 3 : start + 2;
  const { tokens, end } = tokenize(text, { from, close: '}}' });
  if (text.slice(end).trim() !== '')
    throw problemAt(
      { start: end, end: text.length },
      'expression-syntax',
      'Expected one expression, but there is more text behind “}}”. Join values with “~”.',
    );
  return tokens;
}

function readTemplateText(text: string): TemplateNode {
  assertLength(text);
  const parts = buildTemplate(segmentTemplate(text));
  visitTemplate(parts, assertHeight);
  return { kind: 'template', parts, start: 0, end: text.length };
}

function assertLength(text: string): void {
  if (text.length > maxSourceLength)
    throw problemAt(
      { start: 0, end: text.length },
      'expression-too-long',
      `The text has ${text.length.toLocaleString('en')} characters; the limit is ${maxSourceLength.toLocaleString('en')}.`,
    );
}

function attempt<Node>(parse: () => Node): Result<Node, ExpressionProblem> {
  try {
    return success(parse());
  } catch (error) {
    if (error instanceof ExpressionError) return failure(error.problem);
    throw error;
  }
}
