/** One value of a document replaced, for the quick fixes of problems. */
import type { JsonPath } from '#core/base/diagnostic.ts';
import { isForbiddenKey } from '#core/base/json.ts';

/**
 * A copy with `value` at `path`; what is not on the path is shared. Undefined when the parent of the
 * place does not exist any more. A missing last key is added to an object, never to a list.
 */
export function setAtPath<Document>(
  document: Document,
  path: JsonPath,
  value: unknown,
): Document | undefined {
  return setIn(document, path, value) as Document | undefined;
}

function setIn(target: unknown, path: JsonPath, value: unknown): unknown {
  const [segment, ...rest] = path;
  if (segment === undefined) return value;
  if (Array.isArray(target)) return setInList(target, path, value);
  if (typeof target !== 'object' || target === null) return undefined;
  if (typeof segment !== 'string' || isForbiddenKey(segment)) return undefined;
  const record = target as Readonly<Record<string, unknown>>;
  if (rest.length > 0 && !Object.hasOwn(record, segment)) return undefined;
  const child = setIn(record[segment], rest, value);
  return child === undefined ? undefined : { ...record, [segment]: child };
}

function setInList(list: readonly unknown[], path: JsonPath, value: unknown): unknown {
  const [index, ...rest] = path;
  if (typeof index !== 'number' || index < 0 || index >= list.length) return undefined;
  const child = setIn(list[index], rest, value);
  return child === undefined ? undefined : list.with(index, child);
}
