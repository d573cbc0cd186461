/** JSON values out of a text that may hold prose, fences, slips and a cut end. For answers in which no row was found. */
import { parseJson, type JsonValue } from '#core/base/json.ts';
import { repairJson } from './repair-json.ts';
import { createStringHop } from './string-hop.ts';

/** Brackets of prose that are tried before the text is given up. */
const maxTries = 20;

/** The JSON values in the text, outermost, in order; one that is cut ends with its last complete part. */
export function looseValues(text: string): readonly JsonValue[] {
  const body = unquoted(text.replace(/<think>[\s\S]*?<\/think>/g, ''));
  const values: JsonValue[] = [];
  let start = body.search(/[{[]/);
  for (let tries = 0; start !== -1 && tries < maxTries; tries += 1) {
    const { end, mended } = spanOf(body, start);
    const slice = body.slice(start, end);
    const parsed = parseJson(mended ?? slice);
    const value = parsed.ok ? parsed.value : repairJson(mended ?? slice);
    if (value !== undefined) values.push(value);
    const next = body.slice(value === undefined ? start + 1 : end).search(/[{[]/);
    start = next === -1 ? -1 : next + (value === undefined ? start + 1 : end);
  }
  return values;
}

/** An answer may be JSON that is written into a string. */
function unquoted(text: string): string {
  const trimmed = text.trim();
  if (!trimmed.startsWith('"')) return text;
  const parsed = parseJson(trimmed);
  return parsed.ok && typeof parsed.value === 'string' ? parsed.value : text;
}

interface Span {
  /** Index after the closing bracket, or the end of the text. */
  readonly end: number;
  /** The value closed by us, where the text ends before it does. */
  readonly mended?: string;
}

function spanOf(text: string, start: number): Span {
  const hop = createStringHop();
  const open: string[] = [];
  let safe = { end: start, closers: '' };
  for (let index = start; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === '"') {
      const end = hop.end(text, index + 1);
      if (end === -1) break;
      index = end;
    } else if (character === '{' || character === '[') open.push(character === '{' ? '}' : ']');
    else if (character === '}' || character === ']') {
      open.pop();
      if (open.length === 0) return { end: index + 1 };
      safe = { end: index + 1, closers: open.toReversed().join('') };
    } else if (character === ',') safe = { end: index, closers: open.toReversed().join('') };
  }
  return { end: text.length, mended: text.slice(start, safe.end) + safe.closers };
}
