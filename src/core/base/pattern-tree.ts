/**
 * The part of RE2's syntax from which texts can be made, as a tree: characters, classes, groups,
 * alternatives and repeats. What only matters for matching (flags, word boundaries) is refused by name.
 */
import { limits } from './limits.ts';
import { compilePattern } from './pattern.ts';
import { failure, success, type Result } from './result.ts';

export type PatternNode =
  | { readonly kind: 'characters'; readonly choices: string }
  | { readonly kind: 'sequence'; readonly items: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternNode[] }
  | {
      readonly kind: 'repeat';
      readonly item: PatternNode;
      readonly low: number;
      /** Open repeats end `openRepeats` above their least. */
      readonly high: number;
    };

/** How often an open repeat (*, + or {2,}) goes beyond its least number at most. */
const openRepeats = 8;

const lower = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';
const word = `${lower.toUpperCase()}${lower}${digits}_`;
const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join(
  '',
);
const except = (excluded: string): string =>
  Array.from(printable)
    .filter((sign) => !excluded.includes(sign))
    .join('');

const classes: Readonly<Record<string, string>> = {
  d: digits,
  w: word,
  s: ' ',
  D: except(digits),
  W: except(word),
  S: except(' '),
};
const controls: Readonly<Record<string, string>> = {
  ...{ n: '\n', t: '\t', r: '\r', f: '\f', v: '\v', a: '\u0007' },
};
const named: Readonly<Record<string, string>> = {
  alpha: lower.toUpperCase() + lower,
  digit: digits,
  alnum: lower.toUpperCase() + lower + digits,
  upper: lower.toUpperCase(),
  lower,
  space: ' ',
  xdigit: `${digits}abcdefABCDEF`,
  punct: except(word + ' ') + '_',
  word,
};

/**
 * Never throws. Fails, in one sentence, for what RE2 does not take, for what no text can be made from,
 * and for patterns whose shortest text is longer than `limits.patternTextLength`.
 */
export function parsePattern(text: string): Result<PatternNode, string> {
  const compiled = compilePattern(text);
  if (!compiled.ok) return failure(compiled.error.message);
  const reader = { signs: Array.from(text), at: 0 };
  try {
    const tree = readChoice(reader);
    return shortest(tree) > limits.patternTextLength
      ? failure(
          `Even the shortest text has more than ${limits.patternTextLength.toLocaleString('en')} characters. Use smaller repeats.`,
        )
      : success(tree);
  } catch (error) {
    if (error instanceof PatternRefusal) return failure(error.message);
    throw error;
  }
}

class PatternRefusal extends Error {}

interface Reader {
  readonly signs: readonly string[];
  at: number;
}

function refuse(message: string): never {
  throw new PatternRefusal(message);
}

function readChoice(reader: Reader): PatternNode {
  const options = [readSequence(reader)];
  while (take(reader, '|')) options.push(readSequence(reader));
  return options.length === 1 && options[0] !== undefined
    ? options[0]
    : { kind: 'choice', options };
}

function readSequence(reader: Reader): PatternNode {
  const items: PatternNode[] = [];
  for (let sign = peek(reader); isPart(sign); sign = peek(reader)) {
    if (sign === '^' || sign === '$') readEdge(reader, items.length === 0);
    else items.push(readRepeat(reader, readAtom(reader)));
  }
  return items.length === 1 && items[0] !== undefined ? items[0] : { kind: 'sequence', items };
}

function isPart(sign: string | undefined): boolean {
  return sign !== undefined && sign !== '|' && sign !== ')';
}

/** The whole text matches anyway, so edges at the edges say nothing. */
function readEdge(reader: Reader, isFirst: boolean): void {
  const sign = next(reader);
  const isFine = sign === '^' ? isFirst : !isPart(peek(reader));
  if (!isFine) refuse(`“${sign}” in the middle of a pattern leaves no text to make.`);
}

function readAtom(reader: Reader): PatternNode {
  const sign = next(reader);
  if (sign === '(') return readGroup(reader);
  if (sign === '[') return { kind: 'characters', choices: readClass(reader) };
  if (sign === '.') return { kind: 'characters', choices: printable };
  if (sign === '\\') return readEscape(reader);
  return { kind: 'characters', choices: sign };
}

function readGroup(reader: Reader): PatternNode {
  if (take(reader, '?')) {
    if (take(reader, 'P') || peek(reader) === '<') readUntil(reader, '>');
    else if (!take(reader, ':')) refuse('Flags, as in (?i), are not supported here.');
  }
  const inner = readChoice(reader);
  take(reader, ')');
  return inner;
}

/** \Q…\E is literal text. */
function readEscape(reader: Reader): PatternNode {
  if (peek(reader) !== 'Q') return { kind: 'characters', choices: escaped(reader) };
  reader.at += 1;
  const items: PatternNode[] = [];
  while (peek(reader) !== undefined) {
    const sign = next(reader);
    if (sign === '\\' && take(reader, 'E')) break;
    items.push({ kind: 'characters', choices: sign });
  }
  return { kind: 'sequence', items };
}

function escaped(reader: Reader): string {
  const sign = next(reader);
  if (Object.hasOwn(classes, sign)) return classes[sign] ?? '';
  if (Object.hasOwn(controls, sign)) return controls[sign] ?? '';
  if (sign === 'x') return hexadecimal(reader);
  if (sign === 'p' || sign === 'P')
    refuse('Unicode classes, as in \\p{L}, are not supported here. List the letters in [ ].');
  if ('bBAzCZ'.includes(sign)) refuse(`“\\${sign}” is not supported here.`);
  if (/[0-9]/.test(sign)) refuse('Octal escapes, as in \\07, are not supported here.');
  return sign;
}

function hexadecimal(reader: Reader): string {
  const code = take(reader, '{') ? readUntil(reader, '}') : next(reader) + next(reader);
  return String.fromCodePoint(Number.parseInt(code, 16));
}

function readClass(reader: Reader): string {
  const isNegated = take(reader, '^');
  const found = new Set<string>();
  for (let isFirst = true; isFirst || peek(reader) !== ']'; isFirst = false) {
    const part = readClassPart(reader);
    if (part.length === 1 && peek(reader) === '-' && reader.signs[reader.at + 1] !== ']') {
      reader.at += 1;
      for (const sign of between(part[0] ?? '', readClassPart(reader)[0] ?? '')) found.add(sign);
    } else for (const sign of part) found.add(sign);
  }
  reader.at += 1;
  const listed = Array.from(found);
  const choices = isNegated ? except(listed.join('')) : listed.join('');
  return choices === '' ? refuse('A class leaves no printable character to choose from.') : choices;
}

function readClassPart(reader: Reader): readonly string[] {
  if (peek(reader) === '[' && reader.signs[reader.at + 1] === ':') {
    const name = readUntil(reader, ']').slice(2, -1);
    const negated = name.startsWith('^');
    const listed = named[negated ? name.slice(1) : name];
    if (listed === undefined) return refuse(`The class [:${name}:] is not supported here.`);
    return Array.from(negated ? except(listed) : listed);
  }
  const sign = next(reader);
  return sign === '\\' ? Array.from(escaped(reader)) : [sign];
}

function between(from: string, to: string): string[] {
  const [low = 0, high = 0] = [from.codePointAt(0), to.codePointAt(0)];
  if (high - low > 10_000) refuse('A class spans more than 10,000 characters. Make it smaller.');
  return Array.from({ length: Math.max(0, high - low + 1) }, (_, index) =>
    String.fromCodePoint(low + index),
  );
}

function readRepeat(reader: Reader, item: PatternNode): PatternNode {
  const bounds = readBounds(reader);
  if (bounds === undefined) return item;
  // A lazy repeat makes the same texts.
  take(reader, '?');
  return { kind: 'repeat', item, ...bounds };
}

function readBounds(reader: Reader): { readonly low: number; readonly high: number } | undefined {
  if (take(reader, '*')) return { low: 0, high: openRepeats };
  if (take(reader, '+')) return { low: 1, high: 1 + openRepeats };
  if (take(reader, '?')) return { low: 0, high: 1 };
  const written = /^\{(\d+)(,(\d*))?\}/.exec(
    reader.signs.slice(reader.at, reader.at + 12).join(''),
  );
  if (written === null) return undefined;
  reader.at += written[0].length;
  const low = Number(written[1]);
  if (written[2] === undefined) return { low, high: low };
  return { low, high: written[3] === '' ? low + openRepeats : Number(written[3]) };
}

function shortest(node: PatternNode): number {
  switch (node.kind) {
    case 'characters':
      return 1;
    case 'sequence':
      return node.items.reduce((sum, item) => sum + shortest(item), 0);
    case 'choice':
      return Math.min(...node.options.map(shortest));
    case 'repeat':
      return node.low * shortest(node.item);
  }
}

function peek({ signs, at }: Reader): string | undefined {
  return signs[at];
}

function next(reader: Reader): string {
  const sign = reader.signs[reader.at] ?? '';
  reader.at += 1;
  return sign;
}

function take(reader: Reader, sign: string): boolean {
  if (reader.signs[reader.at] !== sign) return false;
  reader.at += 1;
  return true;
}

/** Everything up to and with `end`, without it. */
function readUntil(reader: Reader, end: string): string {
  const start = reader.at;
  while (reader.at < reader.signs.length && reader.signs[reader.at] !== end) reader.at += 1;
  reader.at += 1;
  return reader.signs.slice(start, reader.at - 1).join('');
}
