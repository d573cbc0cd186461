/**
 * What the page remembers of its runs apart from the database: a run and how many of its rows were
 * durable. It lives in the small storage, which survives a database that was damaged or emptied. It
 * may be old or forged, so it is only ever compared, never trusted.
 */
import { isForbiddenKey, isJsonObject, parseJson, type JsonValue } from '#core/base/json.ts';
import type { SmallStorage } from './settings-storage.ts';

export interface Canary {
  readonly runId: string;
  readonly rows: number;
}

const storageKey = 'rowsmith:run-counts';
const keptDocuments = 50;

export function readCanary(storage: SmallStorage, documentId: string): Canary | undefined {
  return readAll(storage).find(([id]) => id === documentId)?.[1];
}

export function hasCanaries(storage: SmallStorage): boolean {
  return readAll(storage).length > 0;
}

/** Remembers the newest run of a document; undefined forgets it. */
export function writeCanary(
  storage: SmallStorage,
  documentId: string,
  canary: Canary | undefined,
): void {
  const others = readAll(storage).filter(([id]) => id !== documentId);
  const newest = canary === undefined ? [] : [[documentId, canary] as const];
  const kept = [...others, ...newest].slice(-keptDocuments);
  try {
    storage.setItem(storageKey, JSON.stringify(Object.fromEntries(kept)));
  } catch {
    // Without it a loss is noticed later or not at all; the rows themselves are elsewhere.
  }
}

/** The runs of all other documents were deleted on purpose. */
export function forgetOtherCanaries(storage: SmallStorage, keptDocumentId: string): void {
  for (const [documentId] of readAll(storage))
    if (documentId !== keptDocumentId) writeCanary(storage, documentId, undefined);
}

function readAll(storage: SmallStorage): readonly (readonly [string, Canary])[] {
  let text: string | null = null;
  try {
    text = storage.getItem(storageKey);
  } catch {
    // A forbidden storage remembers nothing.
  }
  if (text === null) return [];
  const parsed = parseJson(text, { maxLength: 100_000, maxDepth: 3 });
  if (!parsed.ok || !isJsonObject(parsed.value)) return [];
  return Object.entries(parsed.value).flatMap(([documentId, value]) => {
    const canary = restoreCanary(value);
    return canary === undefined || isForbiddenKey(documentId)
      ? []
      : [[documentId, canary] as const];
  });
}

function restoreCanary(value: JsonValue): Canary | undefined {
  if (!isJsonObject(value)) return undefined;
  const { runId, rows } = value;
  if (typeof runId !== 'string' || typeof rows !== 'number') return undefined;
  return Number.isSafeInteger(rows) && rows >= 0 ? { runId, rows } : undefined;
}
