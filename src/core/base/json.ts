/**
 * JSON values and the one guarded parser of the product. Text from files, links, storage and models
 * goes through `parseJson`; the ambient `JSON.parse` is banned elsewhere by lint.
 */
import { failure, success, type Result } from './result.ts';

export type JsonPrimitive = null | boolean | number | string;
export type JsonArray = readonly JsonValue[];
export interface JsonObject {
  readonly [key: string]: JsonValue;
}
export type JsonValue = JsonPrimitive | JsonArray | JsonObject;

export interface JsonLimits {
  /** Longest accepted text, in UTF-16 code units. */
  readonly maxLength: number;
  /** Deepest accepted nesting; a scalar has depth 0. */
  readonly maxDepth: number;
  /** Most values (objects, arrays and scalars together). */
  readonly maxNodes: number;
}

export interface JsonError {
  readonly code: 'json-too-long' | 'json-too-deep' | 'json-too-many-values' | 'json-syntax';
  readonly message: string;
  /** Offset in the text, where known. */
  readonly offset?: number;
}

/** Names that must never become keys of an object built from untrusted text. */
const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export function isForbiddenKey(key: string): boolean {
  return forbiddenKeys.has(key);
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Deepest bracket nesting of a JSON text, counted without recursion and without parsing, so that a
 * document of 100,000 brackets is refused before any recursive code sees it. Brackets inside strings
 * do not count.
 */
export function textDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === quote) index = stringEnd(text, index);
    else if (code === 91 || code === 123) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (code === 93 || code === 125) depth -= 1;
  }
  return deepest;
}

const quote = 34;
const backslash = 92;

/** Offset of the quote that closes the string opened at `start`, or the end of the text. */
function stringEnd(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charCodeAt(before) === backslash) before -= 1;
    // An even number of backslashes before a quote leaves it unescaped.
    if ((end - 1 - before) % 2 === 0) return end;
  }
  return text.length;
}

/**
 * Parses JSON text. Never throws. Checks length and nesting before parsing and the number of values
 * after it. Keys that could reach a prototype stay own data properties, as `JSON.parse` makes them;
 * code that copies keys must skip those `isForbiddenKey` names.
 */
export function parseJson(
  text: string,
  limits?: Partial<JsonLimits>,
): Result<JsonValue, JsonError> {
  const maxLength = limits?.maxLength ?? Number.POSITIVE_INFINITY;
  if (text.length > maxLength)
    return failure({
      code: 'json-too-long',
      message: `The text has ${text.length.toLocaleString('en')} characters; the limit is ${maxLength.toLocaleString('en')}.`,
    });
  const maxDepth = limits?.maxDepth ?? 512;
  const depth = textDepth(text);
  if (depth > maxDepth)
    return failure({
      code: 'json-too-deep',
      message: `The text is nested ${depth.toLocaleString('en')} levels deep; the limit is ${maxDepth}.`,
    });
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch (error) {
    return failure(describeSyntaxError(text, error));
  }
  const maxNodes = limits?.maxNodes;
  if (maxNodes !== undefined && !hasAtMost(value, maxNodes))
    return failure({
      code: 'json-too-many-values',
      message: `The text holds more than ${maxNodes.toLocaleString('en')} values.`,
    });
  return success(value);
}

/** True when the value holds at most `maxNodes` values and no deeper than `maxDepth`; iterative. */
export function hasAtMost(root: unknown, maxNodes: number, maxDepth = 512): boolean {
  const stack: { readonly value: unknown; readonly depth: number }[] = [{ value: root, depth: 0 }];
  let nodes = 0;
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    nodes += 1;
    if (nodes > maxNodes || item.depth > maxDepth) return false;
    if (typeof item.value !== 'object' || item.value === null) continue;
    for (const child of Object.values(item.value))
      stack.push({ value: child, depth: item.depth + 1 });
  }
  return true;
}

function describeSyntaxError(text: string, error: unknown): JsonError {
  const raw = error instanceof Error ? error.message : 'not valid JSON';
  const match = /position (\d+)/.exec(raw);
  // V8 names no position when the text ends too early; the end is then the place.
  const offset = match?.[1] === undefined ? text.length : Number(match[1]);
  const { line, column } = lineAt(text, offset);
  const what = /end of (JSON )?(input|data)|Unterminated/i.test(raw)
    ? 'The text ends before the value is complete.'
    : 'This is not valid JSON.';
  return { code: 'json-syntax', message: `${what} Line ${line}, column ${column}.`, offset };
}

/** 1-based line and column of an offset. */
export function lineAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}

/** JSON text with object keys sorted at every level: the same text for the same value. */
export function canonicalJson(value: JsonValue): string {
  if (Array.isArray(value)) return `[${(value as JsonArray).map(canonicalJson).join(',')}]`;
  if (isJsonObject(value)) {
    const keys = Object.keys(value).sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
