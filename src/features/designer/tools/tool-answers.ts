/** The table of answers of a tool as texts that can be typed, and back. */
import { isJsonObject, parseJson, type JsonObject, type JsonValue } from '#core/base/json.ts';
import { limits } from '#core/base/limits.ts';
import type { ParameterType } from './tool-parameters.ts';

export interface ToolEntry {
  readonly input: JsonObject;
  readonly output: JsonValue;
}

/** Texts as they stand, all else as JSON; empty for what is not there. */
export function entryText(value: JsonValue | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The typed text as a value of the parameter; undefined when it is empty, the text itself where it does not fit. */
export function readInput(text: string, type: ParameterType | undefined): JsonValue | undefined {
  if (text === '') return undefined;
  if (type === 'string') return text;
  const value = readJson(text);
  if (type === undefined) return value ?? text;
  const isFitting = type === 'boolean' ? typeof value === 'boolean' : typeof value === 'number';
  return isFitting ? value : text;
}

/** Objects and lists when the text is their JSON, else the text itself. */
export function readOutput(text: string): JsonValue {
  const value = readJson(text);
  return isJsonObject(value) || Array.isArray(value) ? value : text;
}

export function withInput(entry: ToolEntry, name: string, value: JsonValue | undefined): ToolEntry {
  const { [name]: _, ...others } = entry.input;
  return { ...entry, input: value === undefined ? others : { ...others, [name]: value } };
}

/** The same answers after a parameter was renamed, or deleted when `to` is undefined. */
export function moveInput(
  entries: readonly ToolEntry[],
  from: string,
  to: string | undefined,
): ToolEntry[] {
  return entries.map((entry) => ({
    ...entry,
    input: Object.fromEntries(
      Object.entries(entry.input).flatMap(([key, value]) => {
        if (key !== from) return [[key, value]];
        return to === undefined ? [] : [[to, value]];
      }),
    ),
  }));
}

function readJson(text: string): JsonValue | undefined {
  const parsed = parseJson(text, { maxLength: limits.designLength, maxDepth: 64 });
  return parsed.ok ? parsed.value : undefined;
}
