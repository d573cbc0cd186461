/**
 * Cuts an expression into tokens, either a whole text or the inside of a `{{ }}` or `{% %}`, whose end
 * it finds itself because `}}` may also close two dictionaries or stand in a string.
 */
import type { Span } from './ast.ts';
import { problemAt } from './problem.ts';
import { quote } from './value.ts';

export type TokenKind = 'name' | 'number' | 'string' | 'operator' | 'end';

export interface Token extends Span {
  readonly kind: TokenKind;
  /** The operator or name as written; for a string its value. */
  readonly text: string;
  /** The value of a number token, else 0. */
  readonly value: number;
}

export interface TokenizeOptions {
  readonly from: number;
  /** The delimiter that ends the expression; undefined reads to the end of the text. */
  readonly close?: '}}' | '%}';
}

export interface TokenList {
  /** Ends with one `end` token. */
  readonly tokens: readonly Token[];
  /** Offset behind the closing delimiter. */
  readonly end: number;
  /** True when the delimiter was written `-}}` or `-%}`. */
  readonly trimsAfter: boolean;
}

const spacePattern = /\s+/y;
const namePattern = /[\p{ID_Start}_][\p{ID_Continue}]*/uy;
const numberPattern = /(?:\d[\d_]*(?:\.\d[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d+)?/y;
const stringPattern = /'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*"/y;
const operatorPattern = /\*\*|\/\/|&&|\|\||[=!<>]=|[-+*/%~|.,:()[\]{}=<>!&]/y;
const escapePattern = /\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[^])/g;

const operatorWords: ReadonlySet<string> = new Set('and or not in is if else'.split(' '));

const simpleEscapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['b', '\b'],
  ['f', '\f'],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
  ['\n', ''],
]);

/** Signs of other languages, with what to write instead. */
const foreignOperators: ReadonlyMap<string, string> = new Map([
  ['&&', 'and'],
  ['||', 'or'],
  ['!', 'not'],
  ['&', 'and'],
]);

/** Throws an `ExpressionError` on characters that belong to no token and on a missing delimiter. */
export function tokenize(text: string, options: TokenizeOptions): TokenList {
  const tokens: Token[] = [];
  const { close } = options;
  let position = options.from;
  let depth = 0;
  for (;;) {
    position += lengthOfMatch(spacePattern, text, position);
    const closing = closingLength(text, position, depth === 0 ? close : undefined);
    if (closing > 0 || position >= text.length) {
      if (closing === 0 && close !== undefined) throw unclosed(text, options.from, close);
      tokens.push({ kind: 'end', text: '', value: 0, start: position, end: position });
      return {
        tokens,
        end: position + closing,
        trimsAfter: closing === 3 && text[position] === '-',
      };
    }
    const token = readToken(text, position, tokens.at(-1));
    depth = Math.max(0, depth + bracketStep(token));
    tokens.push(token);
    position = token.end;
  }
}

function closingLength(text: string, position: number, close: string | undefined): number {
  if (close === undefined) return 0;
  if (text.startsWith(close, position)) return 2;
  const isSigned = text[position] === '-' || text[position] === '+';
  return isSigned && text.startsWith(close, position + 1) ? 3 : 0;
}

function bracketStep(token: Token): number {
  if (token.kind !== 'operator') return 0;
  if ('([{'.includes(token.text)) return 1;
  return ')]}'.includes(token.text) ? -1 : 0;
}

function readToken(text: string, start: number, previous: Token | undefined): Token {
  const name = match(namePattern, text, start);
  if (name !== undefined)
    return { kind: 'name', text: name, value: 0, start, end: start + name.length };
  const digits = match(numberPattern, text, start);
  if (digits !== undefined && (!digits.startsWith('.') || !endsOperand(previous)))
    return numberToken(text, digits, start);
  if (text[start] === "'" || text[start] === '"') return stringToken(text, start);
  return operatorToken(text, start);
}

/** After `a`, `2`, `'x'`, `)` or `]` a dot is an access, not the start of `.5`. */
function endsOperand(token: Token | undefined): boolean {
  if (token === undefined || token.kind === 'end') return false;
  if (token.kind === 'name') return !operatorWords.has(token.text);
  return token.kind !== 'operator' || ')]}'.includes(token.text);
}

function numberToken(text: string, digits: string, start: number): Token {
  const end = start + digits.length;
  const tail = match(namePattern, text, end);
  if (tail !== undefined)
    throw problemAt(
      { start, end: end + tail.length },
      'expression-syntax',
      `${quote(digits + tail)} is neither a number nor a name. Names start with a letter.`,
    );
  const value = Number(digits.replaceAll('_', ''));
  if (!Number.isFinite(value))
    throw problemAt({ start, end }, 'not-finite', 'This number is too large.');
  return { kind: 'number', text: digits, value, start, end };
}

function stringToken(text: string, start: number): Token {
  const source = match(stringPattern, text, start);
  if (source === undefined)
    throw problemAt(
      { start, end: text.length },
      'expression-syntax',
      `This text starts with ${text[start] ?? ''} and is never closed. Add the same quote at its end.`,
    );
  const inner = source.slice(1, -1);
  const value = inner.includes('\\') ? inner.replace(escapePattern, unescape) : inner;
  return { kind: 'string', text: value, value: 0, start, end: start + source.length };
}

function unescape(whole: string, code: string): string {
  if (code.length > 1) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
  return simpleEscapes.get(code) ?? whole;
}

function operatorToken(text: string, start: number): Token {
  const operator = match(operatorPattern, text, start);
  const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
  const end = start + (operator ?? character).length;
  if (operator === undefined)
    throw problemAt(
      { start, end },
      'expression-syntax',
      `${quote(character)} has no meaning here.`,
    );
  const replacement = foreignOperators.get(operator);
  if (replacement !== undefined)
    throw problemAt(
      { start, end },
      'expression-syntax',
      `Write “${replacement}” instead of “${operator}”.`,
    );
  return { kind: 'operator', text: operator, value: 0, start, end };
}

function unclosed(text: string, from: number, close: string): Error {
  const open = close === '}}' ? '{{' : '{%';
  const start = Math.max(0, text.lastIndexOf(open, from));
  return problemAt(
    { start, end: start + 2 },
    'expression-syntax',
    `“${open}” is never closed. Add “${close}”.`,
  );
}

function match(pattern: RegExp, text: string, position: number): string | undefined {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0];
}

function lengthOfMatch(pattern: RegExp, text: string, position: number): number {
  return match(pattern, text, position)?.length ?? 0;
}

/** Words of the grammar, which can never be names of variables. */
export const reservedWords: ReadonlySet<string> = new Set(
  'and or not in is if else true false none null True False None'.split(' '),
);

/** True when the text can stand as a name in an expression. */
export function isIdentifier(text: string): boolean {
  return match(namePattern, text, 0) === text && text !== '' && !reservedWords.has(text);
}
