/** Says how a design differs from the one a run began with, so that resuming never mixes two datasets. */
import { formatPath, type JsonPath } from '#core/base/diagnostic.ts';
import { canonicalJson, isJsonObject, type JsonObject, type JsonValue } from '#core/base/json.ts';
import { escapeText } from './escape-text.ts';

/** Parts that may change between two stretches of one run: they decide no value of a row that is kept. */
const freeParts: ReadonlySet<string> = new Set(['name', 'rows', 'models', 'charts', 'output']);

/** One line per difference that matters, in document order; empty when the run may go on. */
export function describeChanges(before: JsonObject, after: JsonObject): readonly string[] {
  const lines: string[] = [];
  for (const key of keysOf(before, after)) {
    if (freeParts.has(key)) continue;
    collect({ path: [key], before: before[key], after: after[key] }, lines);
  }
  return lines;
}

interface Pair {
  readonly path: JsonPath;
  readonly before: JsonValue | undefined;
  readonly after: JsonValue | undefined;
}

function collect({ path, before, after }: Pair, lines: string[]): void {
  if (textOf(before) === textOf(after)) return;
  if (isJsonObject(before) && isJsonObject(after)) {
    for (const key of keysOf(before, after))
      collect({ path: [...path, key], before: before[key], after: after[key] }, lines);
  } else if (isList(before) && isList(after) && before.length === after.length) {
    for (const [index, item] of before.entries())
      collect({ path: [...path, index], before: item, after: after[index] }, lines);
  } else
    lines.push(
      escapeText(`${formatPath(path)} was ${shortened(before)} and is ${shortened(after)}`),
    );
}

function keysOf(before: JsonObject, after: JsonObject): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])];
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function textOf(value: JsonValue | undefined): string | undefined {
  return value === undefined ? undefined : canonicalJson(value);
}

function shortened(value: JsonValue | undefined): string {
  if (value === undefined) return 'absent';
  const text = JSON.stringify(value);
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}
