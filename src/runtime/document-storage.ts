/**
 * Designs in the browser database: every document with a history of its versions, and the user's own
 * templates. A save names the version it was based on; when another tab has saved meanwhile, both are kept.
 */
import type { JsonValue } from '#core/base/json.ts';
import {
  writeStrictly,
  type Database,
  type StoredDocument,
  type StoredVersion,
} from './database.ts';
import { versionsToDrop, type VersionMoment } from './prune-versions.ts';

export interface SaveRequest {
  readonly documentId: string;
  readonly name: string;
  /** The version this edit began from; 0 for a new document. */
  readonly baseVersion: number;
  readonly design: JsonValue;
  /** The user's edits, locks and rows taken out. */
  readonly marks?: JsonValue;
  readonly savedAtMs: number;
  /** Something to begin with: listed among the templates and nowhere else. */
  readonly isTemplate?: boolean;
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

/** All that was stored of a document, so that it can be put back. */
export interface RemovedDocument {
  readonly document: StoredDocument;
  readonly versions: readonly StoredVersion[];
}

export interface DocumentStorage {
  /** Newest first, without templates and without what was taken out of the list. */
  list(): Promise<readonly StoredDocument[]>;
  /** Newest first. */
  templates(): Promise<readonly StoredDocument[]>;
  /** A version of a document, the newest when none is given, as it was stored; restore it like any untrusted input. */
  load(documentId: string, version?: number): Promise<LoadedDocument | undefined>;
  save(request: SaveRequest): Promise<SaveAnswer>;
  /** The versions that are kept, oldest first. */
  history(documentId: string): Promise<readonly VersionMoment[]>;
  /** Gives a version a name, by which it is kept; an empty name takes it away. */
  nameVersion(documentId: string, version: number, name: string): Promise<void>;
  /** Takes a document out of the list, or puts it back when no moment is given. Nothing of it is lost yet. */
  setRemoved(documentId: string, removedAtMs: number | undefined): Promise<void>;
  /** Documents that were taken out of the list before this moment. */
  removedBefore(momentMs: number): Promise<readonly StoredDocument[]>;
  /** Undefined when there is no such document. */
  remove(documentId: string): Promise<RemovedDocument | undefined>;
  putBack(removed: RemovedDocument): Promise<void>;
}

export function createDocumentStorage(database: Database): DocumentStorage {
  const newestFirst = async (isTemplate: boolean): Promise<readonly StoredDocument[]> => {
    const documents = await database.getAll('documents');
    return documents
      .filter((document) => (document.isTemplate === true) === isTemplate)
      .filter(({ removedAtMs }) => removedAtMs === undefined)
      .sort((a, b) => b.savedAtMs - a.savedAtMs);
  };
  return {
    list: () => newestFirst(false),
    templates: () => newestFirst(true),
    async load(documentId, wanted) {
      const document = await database.get('documents', documentId);
      if (document === undefined) return undefined;
      const stored = await database.get('versions', [documentId, wanted ?? document.version]);
      if (stored === undefined) return undefined;
      const { version, design, marks } = stored;
      return { version, design, ...(marks === undefined ? {} : { marks }) };
    },
    save: (request) => save(database, request),
    async history(documentId) {
      const document = await database.get('documents', documentId);
      if (document === undefined) return [];
      return document.history ?? momentsOf(await versionsOf(database, documentId));
    },
    nameVersion: (documentId, version, name) =>
      nameVersion(database, { documentId, version, name }),
    setRemoved: (documentId, removedAtMs) => setRemoved(database, documentId, removedAtMs),
    async removedBefore(momentMs) {
      const documents = await database.getAll('documents');
      return documents.filter(({ removedAtMs = Infinity }) => removedAtMs < momentMs);
    },
    remove: (documentId) => remove(database, documentId),
    async putBack({ document, versions }) {
      await writeStrictly(database, ['documents', 'versions'], async (transaction) => {
        for (const version of versions) await transaction.objectStore('versions').put(version);
        await transaction.objectStore('documents').put(document);
      });
    },
  };
}

function rangeOf(documentId: string): IDBKeyRange {
  return IDBKeyRange.bound([documentId, 0], [documentId, Infinity]);
}

function versionsOf(database: Database, documentId: string): Promise<StoredVersion[]> {
  return database.getAll('versions', rangeOf(documentId));
}

function momentsOf(versions: readonly StoredVersion[]): readonly VersionMoment[] {
  return versions.map(({ version, savedAtMs }) => ({ version, savedAtMs }));
}

async function save(database: Database, request: SaveRequest): Promise<SaveAnswer> {
  let answer: SaveAnswer = { kind: 'saved', version: request.baseVersion + 1 };
  await writeStrictly(database, ['documents', 'versions'], async (transaction) => {
    const documents = transaction.objectStore('documents');
    const versions = transaction.objectStore('versions');
    const { documentId, name, savedAtMs, design, marks, baseVersion, isTemplate } = request;
    const stored = await documents.get(documentId);
    const current = stored?.version ?? 0;
    if (current !== baseVersion) {
      answer = { kind: 'conflict', currentVersion: current };
      return;
    }
    const version = current + 1;
    const before =
      stored?.history ?? momentsOf(current === 0 ? [] : await versions.getAll(rangeOf(documentId)));
    await versions.put({
      documentId,
      version,
      savedAtMs,
      design,
      ...(marks === undefined ? {} : { marks }),
    });
    const all = [...before, { version, savedAtMs }];
    const dropped = new Set(versionsToDrop(all, savedAtMs));
    const history = all.filter((moment) => !dropped.has(moment));
    await documents.put({
      documentId,
      name,
      version,
      savedAtMs,
      history,
      ...(isTemplate === true ? { isTemplate } : {}),
    });
    for (const moment of dropped) await versions.delete([documentId, moment.version]);
  });
  return answer;
}

interface Naming {
  readonly documentId: string;
  readonly version: number;
  readonly name: string;
}

async function nameVersion(database: Database, naming: Naming): Promise<void> {
  const { documentId, version, name } = naming;
  await writeStrictly(database, ['documents', 'versions'], async (transaction) => {
    const documents = transaction.objectStore('documents');
    const document = await documents.get(documentId);
    if (document === undefined) return;
    const moments =
      document.history ??
      momentsOf(await transaction.objectStore('versions').getAll(rangeOf(documentId)));
    const history = moments.map((moment): VersionMoment => {
      if (moment.version !== version) return moment;
      const { savedAtMs } = moment;
      return { version, savedAtMs, ...(name === '' ? {} : { name }) };
    });
    await documents.put({ ...document, history });
  });
}

function setRemoved(
  database: Database,
  documentId: string,
  removedAtMs: number | undefined,
): Promise<void> {
  return writeStrictly(database, ['documents'], async (transaction) => {
    const documents = transaction.objectStore('documents');
    const document = await documents.get(documentId);
    if (document === undefined) return;
    const { removedAtMs: _before, ...kept } = document;
    await documents.put(removedAtMs === undefined ? kept : { ...kept, removedAtMs });
  });
}

async function remove(
  database: Database,
  documentId: string,
): Promise<RemovedDocument | undefined> {
  const document = await database.get('documents', documentId);
  if (document === undefined) return undefined;
  const versions = await versionsOf(database, documentId);
  await writeStrictly(database, ['documents', 'versions'], async (transaction) => {
    await transaction.objectStore('documents').delete(documentId);
    await transaction.objectStore('versions').delete(rangeOf(documentId));
  });
  return { document, versions };
}
