/** Changes of a design for one run: `--set columns[0].fill.low=3` on the plain JSON, before it is restored. */
import { formatPath, type Diagnostic, type JsonPath } from '#core/base/diagnostic.ts';
import { parsePath } from '#core/base/json-path.ts';
import { isForbiddenKey, isJsonObject, parseJson, type JsonValue } from '#core/base/json.ts';
import { success, type Result } from '#core/base/result.ts';
import { designValue } from '#core/codecs/design-value.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { restoreDesign, type RestoredDesign } from '#core/design/restore.ts';
import { UsageError } from './cli-host.ts';

export interface Override {
  readonly path: JsonPath;
  readonly value: JsonValue;
}

/** Reads `PATH=VALUE`. A value that is not JSON is text. Throws `UsageError`. */
export function parseOverride(text: string): Override {
  const split = splitAtEquals(text);
  if (split === undefined)
    throw new UsageError('--set takes PATH=VALUE, such as --set columns[0].fill.low=3.');
  const parsed = parseJson(split.value, { maxLength: 1_000_000, maxDepth: 64 });
  return {
    path: pathOf(split.path),
    value: parsed.ok ? parsed.value : split.value,
  };
}

/** The first `=` outside quotes ends the path. */
function splitAtEquals(text: string): { path: string; value: string } | undefined {
  const match = /^((?:[^="']|"(?:[^"\\]|\\.)*"|'[^']*')+)=([^]*)$/.exec(text);
  return match === null ? undefined : { path: match[1] ?? '', value: match[2] ?? '' };
}

/** The same notation as in diagnostics. Throws `UsageError`. */
function pathOf(text: string): JsonPath {
  const path = parsePath(text);
  if (path === undefined)
    throw new UsageError(
      `--set: ${JSON.stringify(text)} is not a path. Write it like columns[0].fill.low.`,
    );
  const forbidden = path.find((segment) => typeof segment === 'string' && isForbiddenKey(segment));
  if (forbidden !== undefined) throw new UsageError(`--set: ${forbidden} cannot be set.`);
  return path;
}

/**
 * The design with every change, and what had to be mended in the changed places. A place that a design does
 * not have is an error: a run with a misspelt change would cost as much as one with the change.
 */
export function overrideDesign(
  design: DatasetDesign,
  overrides: readonly Override[],
): Result<RestoredDesign, readonly Diagnostic[]> {
  const restored = restoreDesign(overrides.reduce<JsonValue>(applyOverride, designValue(design)));
  if (!restored.ok) return restored;
  const notices = restored.value.notices.map((notice): Diagnostic =>
    notice.code === 'unknown-key' ? { ...notice, severity: 'error' } : notice,
  );
  return success({ ...restored.value, notices });
}

/** A copy of the document with the value at its path; missing objects on the way are made. Throws `UsageError`. */
export function applyOverride(document: JsonValue, { path, value }: Override): JsonValue {
  return replaceAt({ node: document, path, value, depth: 0 });
}

interface Replacement extends Override {
  readonly node: JsonValue | undefined;
  readonly depth: number;
}

function replaceAt({ node, path, value, depth }: Replacement): JsonValue {
  const segment = path[depth];
  if (segment === undefined) return value;
  const next = (child: JsonValue | undefined): JsonValue =>
    replaceAt({ node: child, path, value, depth: depth + 1 });
  if (typeof segment === 'number') {
    if (!Array.isArray(node)) throw noPlace(path, depth, 'is not a list');
    const items = node as readonly JsonValue[];
    if (segment > items.length) throw noPlace(path, depth, `has ${items.length} items`);
    return items.toSpliced(segment, 1, next(items[segment]));
  }
  const object = node ?? {};
  if (!isJsonObject(object)) throw noPlace(path, depth, 'is not an object');
  const child = Object.hasOwn(object, segment) ? object[segment] : undefined;
  return { ...object, [segment]: next(child) };
}

function noPlace(path: JsonPath, depth: number, what: string): UsageError {
  const parent = formatPath(path.slice(0, depth));
  return new UsageError(
    `--set: ${formatPath(path)} cannot be set, because ${parent === '' ? 'the document' : parent} ${what}.`,
  );
}
