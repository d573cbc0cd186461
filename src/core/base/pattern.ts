/**
 * Regular expressions for untrusted designs: the one door to a linear-time engine (RE2 syntax), so
 * that no pattern can hang a row. Rules, checks and previews all match through it and agree.
 */
import { RE2JS } from 're2js';
import { limits } from './limits.ts';
import { failure, success, type Result } from './result.ts';

export interface Pattern {
  /** True when the whole text matches; `.` matches no line break. Time is linear in the text. */
  test(text: string): boolean;
}

export interface PatternProblem {
  /** One plain sentence that names what was refused. */
  readonly message: string;
}

const refusedConstructs: readonly (readonly [RegExp, string])[] = [
  [/\(\?=|\(\?!/, 'Look-ahead, as in (?=…), is not supported.'],
  [/\(\?<[=!]/, 'Look-behind, as in (?<=…), is not supported.'],
  [/\(\?>/, 'Atomic groups, as in (?>…), are not supported.'],
  [/\(\?#/, 'Comments, as in (?#…), are not supported.'],
  [/\\[1-9]|\\k/, 'References to an earlier group, as in \\1, are not supported.'],
];

const explanations: Readonly<Record<string, string>> = {
  'missing closing )': 'A closing ) is missing.',
  'missing closing ]': 'A closing ] is missing.',
  'unexpected )': 'There is a ) without an opening (.',
  'missing argument to repetition operator': 'There is nothing to repeat before',
  'invalid nested repetition operator': 'A repetition cannot be repeated:',
  'invalid repeat count': 'This repeat count is not possible (the most is 1,000):',
  'invalid character class range': 'This character class is not known:',
  'invalid escape sequence': 'This escape is not known:',
  'trailing backslash at end of expression': 'The pattern ends with a single backslash.',
  'expression too large': 'The repeats multiply to a pattern that is too large.',
  'expression nests too deeply': 'The groups are nested too deeply.',
};

/** Never throws. Refuses patterns above `limits.patternLength` characters. */
export function compilePattern(text: string): Result<Pattern, PatternProblem> {
  const compiled = compile(text);
  if (!compiled.ok) return compiled;
  const { value } = compiled;
  return success({ test: (candidate) => value.testExact(candidate) });
}

export interface Search {
  /** The first match, leftmost as in Perl, with its named groups that took part; undefined when there is none. */
  find(
    text: string,
  ): { readonly text: string; readonly groups: ReadonlyMap<string, string> } | undefined;
}

/** As `compilePattern`, for a match anywhere in a text. */
export function compileSearch(text: string): Result<Search, PatternProblem> {
  const compiled = compile(text);
  if (!compiled.ok) return compiled;
  const names = Object.keys(compiled.value.namedGroups());
  return success({
    find(candidate) {
      const matcher = compiled.value.matcher(candidate);
      if (!matcher.find()) return undefined;
      const groups = names.flatMap((name): [string, string][] => {
        const group: unknown = matcher.group(name);
        return typeof group === 'string' ? [[name, group]] : [];
      });
      return { text: matcher.group() ?? '', groups: new Map(groups) };
    },
  });
}

function compile(text: string): Result<RE2JS, PatternProblem> {
  if (text.length > limits.patternLength)
    return failure({
      message: `The pattern has ${text.length.toLocaleString('en')} characters; the limit is ${limits.patternLength.toLocaleString('en')}.`,
    });
  try {
    return success(RE2JS.compile(text));
  } catch (error) {
    return failure({ message: explain(text, error) });
  }
}

function explain(text: string, error: unknown): string {
  const fragment = fragmentOf(error);
  const refused = refusedConstructs.find(([construct]) => construct.test(fragment ?? text));
  if (refused !== undefined) return refused[1];
  const description = describeError(error);
  const explanation = explanations[description];
  if (explanation === undefined) return `The pattern is not valid: ${description}.`;
  return explanation.endsWith('.') ? explanation : `${explanation} ${fragment ?? text}`;
}

function describeError(error: unknown): string {
  if (hasMethod(error, 'getDescription')) return String(error.getDescription());
  return error instanceof Error ? error.message : 'unknown problem';
}

function fragmentOf(error: unknown): string | undefined {
  if (!hasMethod(error, 'getPattern')) return undefined;
  const fragment = error.getPattern();
  return typeof fragment === 'string' ? fragment : undefined;
}

function hasMethod<Name extends string>(
  value: unknown,
  name: Name,
): value is Readonly<Record<Name, () => unknown>> {
  return typeof value === 'object' && value !== null && name in value;
}
