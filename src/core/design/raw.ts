/** Views on a document of unknown shape, for the steps of restoring that come before its types hold. */
import type { JsonPath } from '#core/base/diagnostic.ts';

/** A fresh copy that belongs to the restore in progress; its steps change it in place. */
export type RawRecord = Record<string, unknown>;

export interface RawItem {
  readonly record: RawRecord;
  readonly path: JsonPath;
}

export function isRecord(value: unknown): value is RawRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects in the list at `key`, each with its path; items of another type are passed over. */
export function itemsOf(record: RawRecord, key: string, base: JsonPath = []): readonly RawItem[] {
  const list = record[key];
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown, index) =>
    isRecord(item) ? [{ record: item, path: [...base, key, index] }] : [],
  );
}

/** The text at `key`; undefined when there is none or it is empty. */
export function textOf(record: RawRecord, key: string): string | undefined {
  const value = record[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
