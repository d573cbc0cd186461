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

const token =
  /[ \t\n\r]*(?:([{}[\]:,])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;

/** What may come next: a value, the end of a list or a value, a key, and so on. */
type State = 'value' | 'first-item' | 'first-key' | 'key' | 'colon' | 'next';

/** Goes through the tokens with a list of the brackets that are open; the first token that may not come is the fault. */
function faultOffset(text: string): number {
  const open: string[] = [];
  let state: State = 'value';
  let at = 0;
  for (;;) {
    const start = at + (/^[ \t\n\r]*/.exec(text.slice(at, at + 10_000))?.[0].length ?? 0);
    token.lastIndex = at;
    const match = token.exec(text);
    const next: State | undefined = match === null ? undefined : step(state, match, open);
    if (next === undefined || match === null) return Math.min(start, text.length);
    state = next;
    at = token.lastIndex;
  }
}

function step(
  state: State,
  [, sign, string, scalar]: RegExpExecArray,
  open: string[],
): State | undefined {
  if (state === 'colon') return sign === ':' ? 'value' : undefined;
  if (state === 'key' || state === 'first-key') {
    if (string !== undefined) return 'colon';
    return state === 'first-key' && sign === '}' ? close(open, '{') : undefined;
  }
  if (state === 'next') return afterValue(sign, open);
  if (string !== undefined || scalar !== undefined) return 'next';
  if (sign === '{' || sign === '[') {
    open.push(sign);
    return sign === '{' ? 'first-key' : 'first-item';
  }
  return state === 'first-item' && sign === ']' ? close(open, '[') : undefined;
}

function afterValue(sign: string | undefined, open: string[]): State | undefined {
  const around = open.at(-1);
  if (around === undefined) return undefined;
  if (sign === ',') return around === '{' ? 'key' : 'value';
  return sign === (around === '{' ? '}' : ']') ? close(open, around) : undefined;
}

function close(open: string[], opening: string): State | undefined {
  return open.pop() === opening ? 'next' : undefined;
}
