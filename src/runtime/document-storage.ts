/**
 * Designs in the browser database: the last 20 versions of every document. A save names the version
 * it was based on; when another tab has saved meanwhile, both are kept.
 */
import type { JsonValue } from '#core/base/json.ts';
import { writeStrictly, type Database, type StoredDocument } from './database.ts';

const keptVersions = 20;

export interface SaveRequest {
  readonly documentId: string;
  readonly name: string;
  /** The version this edit began from; 0 for a new document. */
  readonly baseVersion: number;
  readonly design: JsonValue;
  /** The user's edits, locks and rows taken out. */
  readonly marks?: JsonValue;
  readonly savedAtMs: number;
}

export type SaveAnswer =
  | { readonly kind: 'saved'; readonly version: number }
  /** Another tab saved first: nothing was overwritten. */
  | { readonly kind: 'conflict'; readonly currentVersion: number };

export interface LoadedDocument {
  readonly version: number;
  readonly design: JsonValue;
  readonly marks?: JsonValue | undefined;
}

export interface DocumentStorage {
  list(): Promise<readonly StoredDocument[]>;
  /** The newest version of a document, as it was stored; restore it like any untrusted input. */
  load(documentId: string): Promise<LoadedDocument | undefined>;
  save(request: SaveRequest): Promise<SaveAnswer>;
}

export function createDocumentStorage(database: Database): DocumentStorage {
  return {
    async list() {
      const documents = await database.getAll('documents');
      return documents.toSorted((a, b) => b.savedAtMs - a.savedAtMs);
    },
    async load(documentId) {
      const document = await database.get('documents', documentId);
      if (document === undefined) return undefined;
      const stored = await database.get('versions', [documentId, document.version]);
      if (stored === undefined) return undefined;
      const { version, design, marks } = stored;
      return { version, design, ...(marks === undefined ? {} : { marks }) };
    },
    save: (request) => save(database, request),
  };
}

async function save(database: Database, request: SaveRequest): Promise<SaveAnswer> {
  let answer: SaveAnswer = { kind: 'saved', version: request.baseVersion + 1 };
  await writeStrictly(database, ['documents', 'versions'], async (transaction) => {
    const documents = transaction.objectStore('documents');
    const versions = transaction.objectStore('versions');
    const { documentId, name, savedAtMs, design, marks, baseVersion } = request;
    const current = (await documents.get(documentId))?.version ?? 0;
    if (current !== baseVersion) {
      answer = { kind: 'conflict', currentVersion: current };
      return;
    }
    const version = current + 1;
    await versions.put({
      documentId,
      version,
      savedAtMs,
      design,
      ...(marks === undefined ? {} : { marks }),
    });
    await documents.put({ documentId, name, version, savedAtMs });
    if (version > keptVersions) await versions.delete([documentId, version - keptVersions]);
  });
  return answer;
}
