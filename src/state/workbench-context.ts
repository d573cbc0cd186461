/** What the parts of the workbench are made from: its host, its stores, its workers and the rows on screen. */
import type { StoreApi } from 'zustand/vanilla';
import type { DocumentStorage } from '#runtime/document-storage.ts';
import type { RemoteRows } from '#runtime/remote-rows.ts';
import type { WorkbenchWorkers, WorkerListeners } from '#runtime/workers.ts';
import type { DatasetState } from './dataset-store.ts';
import type { DesignLogic } from './design-logic.ts';
import type { DesignState } from './design-store.ts';
import type { DraftState } from './draft-store.ts';
import type { ImportState } from './import-store.ts';
import type { DatedPriceTable, PriceState } from './price-book.ts';
import type { RunState } from './run-store.ts';
import type { SmallStorage } from './settings-storage.ts';
import type { SettingsState } from './settings-store.ts';
import type { StorageState } from './storage-store.ts';
import type { ViewState } from './view-store.ts';

export interface WorkbenchHost {
  readonly startWorkers: (listeners: WorkerListeners) => WorkbenchWorkers;
  /** Undefined where the browser has no database; work then stays in this tab, and the screen says so. */
  readonly openDocuments: () => Promise<DocumentStorage>;
  /** The bundled price table; large, so it is loaded when a model may cost something. */
  readonly loadPrices: () => Promise<DatedPriceTable>;
  readonly smallStorage: SmallStorage;
  /** Asks the browser not to clear this app's storage by itself; undefined where it cannot be asked. */
  readonly keepStorage: () => Promise<boolean | undefined>;
  readonly now: () => number;
  readonly createId: () => string;
  /** Hands a file to the user. */
  readonly saveFile: (blob: Blob, fileName: string) => void;
  /** Takes the design out of the address bar. */
  readonly clearHash: () => void;
  /** Address of this page without its hash, for links. */
  readonly pageAddress: () => string;
  readonly schedule: (delayMs: number, work: () => void) => () => void;
  /** Resolves when what has changed so far is on screen; soon where nothing is drawn. */
  readonly drawn: () => Promise<void>;
  /** Undefined where the browser has no locks over tabs; tabs then find out when they save. */
  readonly locks?: LockManager | undefined;
  /** Undefined where a page cannot be left and come back to. */
  readonly tab?: TabHost | undefined;
}

/** What outlives leaving the page for another and coming back, in this tab. */
export interface TabHost {
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** The part of the address between ? and #. */
  readonly query: () => string;
  readonly clearQuery: () => void;
  readonly leaveFor: (address: string) => void;
}

export interface WorkbenchStores {
  readonly design: StoreApi<DesignState>;
  readonly run: StoreApi<RunState>;
  readonly dataset: StoreApi<DatasetState>;
  readonly view: StoreApi<ViewState>;
  readonly settings: StoreApi<SettingsState>;
  readonly prices: StoreApi<PriceState>;
  readonly storage: StoreApi<StorageState>;
  readonly drafts: StoreApi<DraftState>;
  readonly imports: StoreApi<ImportState>;
}

/** Where documents are stored, once that is known. */
export interface DocumentShelf {
  /** Undefined before the first document is open, and where the browser stores nothing. */
  storage: DocumentStorage | undefined;
}

export interface WorkbenchContext {
  readonly host: WorkbenchHost;
  readonly shelf: DocumentShelf;
  /** Loads what restores and edits designs, and equips the store with it; what is loaded already comes at once. */
  readonly logic: () => Promise<DesignLogic>;
  readonly stores: WorkbenchStores;
  readonly workers: WorkbenchWorkers;
  readonly rows: RemoteRows;
}
