/** Changes of one list of a document that keep everything else, and every untouched item, the same object. */
import type { Diagnostic, JsonPath } from '#core/base/diagnostic.ts';
import { failure, type Result } from '#core/base/result.ts';
import type { DatasetDesign } from './design.ts';
import { z } from './zod.ts';

export type EditResult = Result<DatasetDesign, readonly Diagnostic[]>;

export type ListKey = 'columns' | 'constraints' | 'calls' | 'models' | 'sources' | 'charts';

type Item<Key extends ListKey> = DatasetDesign[Key][number];

export function refuse(code: string, path: JsonPath, message: string): EditResult {
  return failure([{ path, code, severity: 'error', message }]);
}

/** The key that identifies an item of the list. */
export function idOf(item: Item<ListKey>): string {
  return 'alias' in item ? item.alias : item.id;
}

/** The place of an item in its list, or undefined. */
export function indexOfItem(design: DatasetDesign, key: ListKey, id: string): number | undefined {
  const list: readonly Item<ListKey>[] = design[key];
  const index = list.findIndex((item) => idOf(item) === id);
  return index < 0 ? undefined : index;
}

export function withList<Key extends ListKey>(
  design: DatasetDesign,
  key: Key,
  list: readonly Item<Key>[],
): DatasetDesign {
  return { ...design, [key]: list };
}

export function replaceAt<Value>(
  list: readonly Value[],
  index: number,
  value: Value,
): readonly Value[] {
  return list.map((item, at) => (at === index ? value : item));
}

/** The item with the change laid over it; properties set to undefined are removed. */
export function changed<Value extends object>(item: Value, change: object): Value {
  const entries = Object.entries({ ...item, ...change }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Value;
}

/** Refuses what the schema of the document would not restore, so that a design can always be saved and reopened. */
export function checkShape(
  schema: z.core.$ZodType,
  value: unknown,
  path: JsonPath,
): readonly Diagnostic[] {
  const parsed = z.safeParse(schema, value);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => ({
    path: [...path, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))],
    code: 'invalid-value',
    severity: 'error',
    message: `${String(issue.path.at(-1) ?? 'This')} cannot be that: ${issue.message}.`,
  }));
}
