/**
 * The other dialect: Python's `str.format` texts, as Oumi writes them, parsed into the same tree. The
 * scanner follows CPython's `MarkupIterator`, so that the same texts are accepted and refused.
 */
import type {
  AttributeNode,
  FormatNode,
  IndexNode,
  NameNode,
  OutputPart,
  TextPart,
} from './ast.ts';
import { problemAt, type ExpressionError } from './problem.ts';

type FormatPart = TextPart | OutputPart;

interface Scan {
  readonly text: string;
  /** Exclusive end of what this scan may read. */
  readonly end: number;
  /** Levels of fields that may still stand inside a spec. */
  readonly depth: number;
  at: number;
}

/** Throws an `ExpressionError` at the first place that Python would refuse. */
export function readFormatParts(text: string): readonly FormatPart[] {
  return readParts({ text, at: 0, end: text.length, depth: 2 });
}

function readParts(scan: Scan): readonly FormatPart[] {
  const parts: FormatPart[] = [];
  while (scan.at < scan.end) {
    const literal = readLiteral(scan);
    if (literal !== undefined) parts.push(literal);
    if (scan.at < scan.end) parts.push(readField(scan));
  }
  return parts;
}

/** Text up to the next field, with doubled braces made single. */
function readLiteral(scan: Scan): TextPart | undefined {
  const start = scan.at;
  let text = '';
  while (scan.at < scan.end) {
    const character = scan.text.charAt(scan.at);
    const isDoubled = scan.at + 1 < scan.end && scan.text.charAt(scan.at + 1) === character;
    if (character === '{' && !isDoubled) break;
    if (character === '}' && !isDoubled)
      throw syntax(
        scan.at,
        scan.at + 1,
        'A single “}” stands here. Write “}}” for the sign itself.',
      );
    text += character;
    scan.at += character === '{' || character === '}' ? 2 : 1;
  }
  return scan.at === start ? undefined : { kind: 'text', text, start, end: scan.at };
}

function readField(scan: Scan): OutputPart {
  const start = scan.at;
  if (scan.depth === 0) throw syntax(start, start + 1, 'Fields are nested too deeply here.');
  scan.at += 1;
  const nameStart = scan.at;
  skipName(scan, start);
  const nameEnd = scan.at;
  const conversion = readConversion(scan, start);
  const spec = readSpec(scan, start);
  const target = readTarget(scan.text, nameStart, nameEnd);
  const node: FormatNode = { kind: 'format', target, conversion, spec, start, end: scan.at };
  return { kind: 'output', expression: node, start, end: scan.at };
}

/** Leaves the scan at the sign that ends the name: `!`, `:` or `}`. */
function skipName(scan: Scan, start: number): void {
  for (; scan.at < scan.end; scan.at += 1) {
    const character = scan.text.charAt(scan.at);
    if (character === '}' || character === ':' || character === '!') return;
    if (character === '{')
      throw syntax(
        scan.at,
        scan.at + 1,
        'A “{” stands inside a placeholder. Write “{{” and “}}” for braces that are meant as text.',
      );
    if (character !== '[') continue;
    const closing = scan.text.indexOf(']', scan.at);
    scan.at = closing === -1 || closing >= scan.end ? scan.end : closing;
  }
  throw unclosed(start, scan.end);
}

function readConversion(scan: Scan, start: number): FormatNode['conversion'] {
  if (scan.text.charAt(scan.at) !== '!') return undefined;
  const letter = scan.text.charAt(scan.at + 1);
  const after = scan.text.charAt(scan.at + 2);
  if (scan.at + 2 >= scan.end) throw unclosed(start, scan.end);
  if (after !== ':' && after !== '}')
    throw syntax(scan.at, scan.at + 2, 'Behind “!” and its letter only “:” or “}” can follow.');
  if (letter !== 's' && letter !== 'r' && letter !== 'a')
    throw syntax(scan.at, scan.at + 2, `“!${letter}” is unknown. There are !s, !r and !a.`);
  scan.at += 2;
  return letter;
}

/** Reads the spec and the closing brace. */
function readSpec(scan: Scan, start: number): readonly FormatPart[] {
  if (scan.text.charAt(scan.at) === '}') {
    scan.at += 1;
    return [];
  }
  const from = scan.at + 1;
  let open = 1;
  for (scan.at = from; scan.at < scan.end; scan.at += 1) {
    const character = scan.text.charAt(scan.at);
    if (character === '{') open += 1;
    else if (character === '}') open -= 1;
    if (open > 0) continue;
    const end = scan.at;
    scan.at += 1;
    const isPlain = !scan.text.slice(from, end).includes('{');
    if (!isPlain) return readParts({ text: scan.text, at: from, end, depth: scan.depth - 1 });
    const text = scan.text.slice(from, end);
    return text === '' ? [] : [{ kind: 'text', text, start: from, end }];
  }
  throw unclosed(start, scan.end);
}

function readTarget(text: string, start: number, end: number): FormatNode['target'] {
  const length = text.slice(start, end).search(/[.[]/);
  const nameEnd = length === -1 ? end : start + length;
  const name = text.slice(start, nameEnd);
  if (name === '' || /^\d+$/.test(name))
    throw problemAt(
      { start, end: nameEnd },
      'positional-field',
      'A placeholder needs a name. Write “{{” and “}}” for braces that are meant as text.',
    );
  let target: NameNode | AttributeNode | IndexNode = { kind: 'name', name, start, end: nameEnd };
  for (let at = nameEnd; at < end; at = target.end)
    target = text.charAt(at) === '.' ? attribute(text, target, end) : item(text, target, end);
  return target;
}

type Target = FormatNode['target'];

function attribute(text: string, target: Target, end: number): AttributeNode {
  const from = target.end + 1;
  const length = text.slice(from, end).search(/[.[]/);
  const to = length === -1 ? end : from + length;
  if (to === from) throw syntax(from - 1, from, 'A name has to follow the dot.');
  return { kind: 'attribute', target, key: text.slice(from, to), start: target.start, end: to };
}

function item(text: string, target: Target, end: number): IndexNode {
  const from = target.end + 1;
  if (text.charAt(target.end) !== '[')
    throw syntax(target.end, from, 'Behind “]” only “.” or “[” can follow.');
  const closing = text.indexOf(']', from);
  if (closing === -1 || closing >= end) throw syntax(target.end, end, 'A “]” is missing.');
  if (closing === from) throw syntax(from - 1, closing + 1, 'The brackets are empty.');
  const key = text.slice(from, closing);
  const value = /^\d+$/.test(key) ? Number(key) : key;
  const index = { kind: 'literal', value, start: from, end: closing } as const;
  return { kind: 'index', target, index, start: target.start, end: closing + 1 };
}

function unclosed(start: number, end: number): ExpressionError {
  return syntax(
    start,
    end,
    'This “{” is never closed. Add “}”, or write “{{” when the brace is meant as text.',
  );
}

function syntax(start: number, end: number, message: string): ExpressionError {
  return problemAt({ start, end }, 'expression-syntax', message);
}
