/** Where a JSON text breaks off being JSON. Engines name that place in ways of their own, or not at all. */
import { lineAt, parseJson } from '#core/base/json.ts';
import { limits } from '#core/base/limits.ts';
import type { SyntaxFault } from './code-checks.ts';

const deepest = 512;

export function checkJson(code: string): SyntaxFault | undefined {
  if (parseJson(code, { maxLength: limits.answerBytes, maxDepth: deepest }).ok) return undefined;
  const at = faultOffset(code);
  const found = code.slice(at).split('\n', 1)[0]?.trim().slice(0, 40) ?? '';
  const message = found === '' ? 'something is missing there' : `“${found}” cannot stand there`;
  return { ...lineAt(code, at), message };
}

/** Blanks and one token: a sign, a text, or a word. Control characters stand in no text. */
const token =
  /[ \t\n\r]*(?:([{}[\]:,])|("(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/uy;

/** What may come next. After a bracket was opened it may also be closed. */
type State = 'value' | 'first-item' | 'first-key' | 'key' | 'colon' | 'next';

type Kind = '{' | '}' | '[' | ']' | ':' | ',' | 'text' | 'word';

/** For each state the tokens that may come, and the state after them; brackets decide the state themselves. */
const steps: Readonly<Record<State, Partial<Record<Kind, State>>>> = {
  value: { text: 'next', word: 'next', '{': 'first-key', '[': 'first-item' },
  'first-item': { text: 'next', word: 'next', '{': 'first-key', '[': 'first-item', ']': 'next' },
  'first-key': { text: 'colon', '}': 'next' },
  key: { text: 'colon' },
  colon: { ':': 'value' },
  next: { ',': 'value', '}': 'next', ']': 'next' },
};

/** Goes through the tokens with a list of the brackets that are open; the first token that may not come is the fault. */
function faultOffset(text: string): number {
  const open: Kind[] = [];
  let state: State = 'value';
  let at = 0;
  for (;;) {
    token.lastIndex = at;
    const match = token.exec(text);
    const next: State | undefined = match === null ? undefined : step(state, kindOf(match), open);
    if (next === undefined) return startOfToken(text, at);
    state = next;
    at = token.lastIndex;
  }
}

function startOfToken(text: string, at: number): number {
  let start = at;
  while (start < text.length && ' \t\n\r'.includes(text.charAt(start))) start += 1;
  return start;
}

function kindOf([, sign, string]: RegExpExecArray): Kind {
  if (sign !== undefined) return sign as Kind;
  return string === undefined ? 'word' : 'text';
}

function step(state: State, kind: Kind, open: Kind[]): State | undefined {
  const around = open.at(-1);
  const next = steps[state][kind];
  if (next === undefined) return undefined;
  if (kind === '{' || kind === '[') open.push(kind);
  if (kind === '}' || kind === ']')
    return open.pop() === (kind === '}' ? '{' : '[') ? next : undefined;
  if (kind !== ',') return next;
  if (around === undefined) return undefined;
  return around === '{' ? 'key' : 'value';
}
