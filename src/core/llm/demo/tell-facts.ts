/** How the demo model writes a text that can be read back, and how it reads one. */
import { isJsonObject, type JsonObject, type JsonValue } from '#core/base/json.ts';
import { listWords } from '#core/base/list-words.ts';
import type { RowTask, TaskField, TaskRow, TaskVerification } from '#core/llm/row-task.ts';

/** A text that is to be verified ends with the facts it does not mention yet; any other value stays as it is. */
export function tellFacts(
  { verification }: RowTask,
  field: TaskField,
  { row, value }: { readonly row: TaskRow; readonly value: JsonValue },
): JsonValue {
  if (verification?.text !== field.name || typeof value !== 'string') return value;
  const given = verification.given[row.row] ?? {};
  const left = leaves(given).filter((leaf) => !mentions(value, leaf));
  if (left.length === 0) return value;
  return `${value} It has to do with ${listWords(left)}.`;
}

/** What was given, as far as the text mentions it: the demo model cannot read, but it can look. */
export function readBack(
  { text, given }: Pick<TaskVerification, 'text' | 'given'>,
  row: TaskRow,
): JsonObject {
  const written = row.facts[text];
  const kept = prune(given[row.row] ?? {}, typeof written === 'string' ? written : '');
  return isJsonObject(kept) ? kept : {};
}

function prune(value: JsonValue, text: string): JsonValue {
  if (Array.isArray(value))
    return (value as readonly JsonValue[])
      .map((item) => prune(item, text))
      .filter((item) => item !== null);
  if (isJsonObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, prune(item, text)]));
  return value !== null && mentions(text, leafOf(value)) ? value : null;
}

function leaves(value: JsonValue): readonly string[] {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).flatMap(leaves);
  if (isJsonObject(value)) return Object.values(value).flatMap(leaves);
  return value === null ? [] : [leafOf(value)];
}

function leafOf(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function mentions(text: string, leaf: string): boolean {
  return text.toLowerCase().includes(leaf.toLowerCase());
}
