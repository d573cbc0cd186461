/**
 * Python's regular expressions on the linear-time engine: the text is translated where both languages
 * write the same thing differently, and refused, by name, where the engine cannot do it.
 */
import { compileSearch } from './pattern.ts';
import { failure, success, type Result } from './result.ts';

export interface PythonSearch {
  /** `re.search(...).group(0)`, or undefined without a match. */
  find(text: string): string | undefined;
}

export interface PythonPatternProblem {
  /** `invalid`: Python refuses it too. `unsupported`: Python takes it, this engine does not. */
  readonly kind: 'invalid' | 'unsupported';
  readonly message: string;
}

/**
 * Never throws. `\b` and `\B` look at ASCII words only; `\d`, `\s` and `\w` know all scripts, as in
 * Python. `$` without `(?m)` matches before a final line break too, where it stands at an end.
 */
export function compilePythonSearch(text: string): Result<PythonSearch, PythonPatternProblem> {
  try {
    const translated = translate(text);
    const compiled = compileSearch(translated);
    if (!compiled.ok) return failure({ kind: kindOf(compiled.error.message), ...compiled.error });
    return success({
      find(candidate) {
        const match = compiled.value.find(candidate);
        if (match === undefined) return undefined;
        let tail = 0;
        for (const [name, group] of match.groups)
          if (name.startsWith(endGroup)) tail += group.length;
        return match.text.slice(0, match.text.length - tail);
      },
    });
  } catch (error) {
    if (error instanceof Refused) return failure({ kind: error.kind, message: error.message });
    throw error;
  }
}

function kindOf(message: string): PythonPatternProblem['kind'] {
  return /limit|too large|repeat count/.test(message) ? 'unsupported' : 'invalid';
}

class Refused extends Error {
  readonly kind: PythonPatternProblem['kind'];

  constructor(kind: PythonPatternProblem['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}

/** Groups that stand for `$`: what they hold is not part of the match. */
const endGroup = 'rowsmith_end_';

interface Reader {
  readonly text: string;
  at: number;
  isMultiline: boolean;
  ends: number;
}

function translate(text: string): string {
  const reader: Reader = { text, at: 0, isMultiline: false, ends: 0 };
  let result = readGlobalFlags(reader);
  while (reader.at < text.length) result += readPiece(reader);
  return result;
}

function readGlobalFlags(reader: Reader): string {
  const match = /^\(\?([a-zA-Z]+)\)/.exec(reader.text);
  if (match === null) return '';
  const flags = match[1] ?? '';
  reader.at = match[0].length;
  reader.isMultiline = flags.includes('m');
  return `(?${usableFlags(flags)})`.replace('(?)', '');
}

function usableFlags(flags: string): string {
  if (/[^aiLmsux]/.test(flags)) throw new Refused('invalid', `The flag “${flags}” is not known.`);
  if (flags.includes('x'))
    throw new Refused('unsupported', 'Verbose patterns, as with (?x), are not supported.');
  if (/[aL]/.test(flags))
    throw new Refused('unsupported', `The flag in (?${flags}) is not supported.`);
  return flags.replace('u', '');
}

function readPiece(reader: Reader): string {
  const character = reader.text.charAt(reader.at);
  switch (character) {
    case '\\':
      return readEscape(reader, false);
    case '[':
      return readClass(reader);
    case '(':
      return readGroup(reader);
    case '$':
      return readEnd(reader);
    case '*':
    case '+':
    case '?':
    case '{':
      return readRepeat(reader);
    default:
      reader.at += 1;
      return character;
  }
}

const blanks = '\\t-\\r\\x{1c}-\\x{20}\\x{85}\\p{Z}';
const words = '\\p{L}\\p{N}_';

/** Each shorthand outside a class and inside one; undefined where the engine has no way to say it. */
const shorthands: Readonly<Record<string, readonly [string, string | undefined]>> = {
  d: ['\\p{Nd}', '\\p{Nd}'],
  D: ['\\P{Nd}', '\\P{Nd}'],
  s: [`[${blanks}]`, blanks],
  S: [`[^${blanks}]`, undefined],
  w: [`[${words}]`, words],
  W: [`[^${words}]`, undefined],
};

function readEscape(reader: Reader, isInClass: boolean): string {
  const letter = reader.text.charAt(reader.at + 1);
  if (letter === '') throw new Refused('invalid', 'The pattern ends with a single backslash.');
  reader.at += 2;
  const shorthand = Object.hasOwn(shorthands, letter) ? shorthands[letter] : undefined;
  if (shorthand !== undefined) {
    const found = isInClass ? shorthand[1] : shorthand[0];
    if (found !== undefined) return found;
    throw new Refused('unsupported', `\\${letter} inside […] is not supported.`);
  }
  if (/[xuU]/.test(letter)) return readCode(reader, letter);
  if (/[0-9]/.test(letter)) return readDigits(reader, letter, isInClass);
  return plainEscape(letter, isInClass);
}

function plainEscape(letter: string, isInClass: boolean): string {
  if (letter === 'N')
    throw new Refused('unsupported', 'Names of signs, as in \\N{…}, are not supported.');
  if (letter === 'a') return '\\x{7}';
  if (/[fnrtv]/.test(letter)) return `\\${letter}`;
  if (letter === 'b') return isInClass ? '\\x{8}' : '\\b';
  if (!isInClass && /[AB]/.test(letter)) return `\\${letter}`;
  if (!isInClass && letter === 'Z') return '\\z';
  if (/[A-Za-z]/.test(letter)) throw new Refused('invalid', `\\${letter} is not known.`);
  return literal(letter);
}

function literal(character: string): string {
  return /[!-/:-@[-^`{-~]/.test(character) ? `\\${character}` : character;
}

function readCode(reader: Reader, letter: string): string {
  const length = letter === 'x' ? 2 : letter === 'u' ? 4 : 8;
  const digits = reader.text.slice(reader.at, reader.at + length);
  if (digits.length < length || !/^[0-9a-fA-F]+$/.test(digits))
    throw new Refused('invalid', `\\${letter} needs ${length} hexadecimal digits.`);
  reader.at += length;
  return `\\x{${digits}}`;
}

function readDigits(reader: Reader, first: string, isInClass: boolean): string {
  const more = /^[0-7]{0,2}/.exec(reader.text.slice(reader.at))?.[0] ?? '';
  const isOctal = first === '0' || isInClass || (/[0-3]/.test(first) && more.length === 2);
  if (!isOctal)
    throw new Refused(
      'unsupported',
      'References to an earlier group, as in \\1, are not supported.',
    );
  reader.at += more.length;
  return `\\x{${Number.parseInt(first + more, 8).toString(16)}}`;
}

function readClass(reader: Reader): string {
  let result = '[';
  reader.at += 1;
  if (reader.text.charAt(reader.at) === '^') {
    result += '^';
    reader.at += 1;
  }
  for (let isFirst = true; reader.at < reader.text.length; isFirst = false) {
    const character = reader.text.charAt(reader.at);
    if (character === ']' && !isFirst) {
      reader.at += 1;
      return `${result}]`;
    }
    if (character === '\\') result += readEscape(reader, true);
    else {
      result += /[[\]&~|]/.test(character) ? `\\${character}` : character;
      reader.at += 1;
    }
  }
  throw new Refused('invalid', 'A closing ] is missing.');
}

const refusedGroups: readonly (readonly [RegExp, string])[] = [
  [/^\(\?[=!]/, 'Look-ahead, as in (?=…), is not supported.'],
  [/^\(\?<[=!]/, 'Look-behind, as in (?<=…), is not supported.'],
  [/^\(\?>/, 'Atomic groups, as in (?>…), are not supported.'],
  [/^\(\?\(/, 'Conditions, as in (?(1)…), are not supported.'],
  [/^\(\?P=/, 'References to an earlier group, as in (?P=…), are not supported.'],
];

function readGroup(reader: Reader): string {
  const rest = reader.text.slice(reader.at);
  const refused = refusedGroups.find(([start]) => start.test(rest));
  if (refused !== undefined) throw new Refused('unsupported', refused[1]);
  if (rest.startsWith('(?#')) {
    const end = rest.indexOf(')');
    if (end === -1) throw new Refused('invalid', 'A comment is not closed.');
    reader.at += end + 1;
    return '';
  }
  if (!rest.startsWith('(?')) {
    reader.at += 1;
    return '(';
  }
  const opening = /^\(\?(?::|P<[A-Za-z_]\w*>|([a-zA-Z]*)(?:-([a-zA-Z]+))?:)/.exec(rest);
  if (opening === null)
    throw new Refused('invalid', `Python does not know the group ${rest.slice(0, 6)}…`);
  reader.at += opening[0].length;
  const [whole, set, unset] = opening;
  if (set === undefined) return whole;
  return `(?${usableFlags(set)}${unset === undefined ? '' : `-${usableFlags(unset)}`}:`;
}

function readRepeat(reader: Reader): string {
  const rest = reader.text.slice(reader.at);
  const match = /^(?:[*+?]|\{(\d*)(,?)(\d*)\})/.exec(rest);
  if (match === null || match[0] === '{}') {
    reader.at += 1;
    return '\\{';
  }
  const [whole, from, comma = '', to = ''] = match;
  reader.at += whole.length;
  if (reader.text.charAt(reader.at) === '+')
    throw new Refused('unsupported', 'Possessive repeats, as in a*+, are not supported.');
  const isLazy = reader.text.charAt(reader.at) === '?';
  if (isLazy) reader.at += 1;
  const repeat = from === undefined ? whole : `{${from === '' ? '0' : from}${comma}${to}}`;
  return `${repeat}${isLazy ? '?' : ''}`;
}

/** `$` matches at the end and before a final line break; the group takes the break and is cut off later. */
function readEnd(reader: Reader): string {
  reader.at += 1;
  if (reader.isMultiline) return '$';
  if (!isAtEnd(reader.text, reader.at))
    throw new Refused(
      'unsupported',
      '“$” is supported at the end of the pattern or of an alternative only.',
    );
  reader.ends += 1;
  return `(?P<${endGroup}${reader.ends}>\\n?)\\z`;
}

/** Whether nothing that must match follows `at`, out of all groups around it. */
function isAtEnd(text: string, at: number): boolean {
  const next = text.charAt(at);
  if (next === '') return true;
  if (next === ')') return isAtEnd(text, at + 1);
  if (next !== '|') return false;
  const end = groupEnd(text, at);
  return end === undefined || isAtEnd(text, end + 1);
}

/** Index of the `)` that closes the group around `at`; undefined outside of groups. */
function groupEnd(text: string, at: number): number | undefined {
  let depth = 0;
  for (let index = at; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === '\\') index += 1;
    else if (character === '[') index = Math.max(index, text.indexOf(']', index + 2));
    else if (character === '(') depth += 1;
    else if (character === ')' && depth === 0) return index;
    else if (character === ')') depth -= 1;
  }
  return undefined;
}
