/** Everything ambient that the engine worker's service needs, handed in by its entry or by a test. */
import type { Clock } from '#core/base/clock.ts';
import type { ErrorReport } from '#core/base/error-report.ts';
import type { DatasetPort } from '#core/engine/dataset-port.ts';
import type { RunEvent } from '#core/engine/run-event.ts';
import type { HttpSend, LanguageModel } from '#core/llm/language-model.ts';
import type { Reach } from '#core/llm/network-error.ts';
import type { StoredNotice } from './engine-protocol.ts';
import type { JournalCopies } from './journal-copies.ts';
import type { KeyVault } from './key-vault.ts';
import type { JournalStorage } from './run-journal.ts';

export interface EngineServiceHost {
  readonly clock: Clock;
  readonly vault: KeyVault;
  readonly send: HttpSend;
  /** Looks whether an address answers at all; left out where a failure says so itself. */
  readonly probe?: ((address: string) => Promise<Reach>) | undefined;
  /** Origin of the page, which local servers have to allow. */
  readonly pageOrigin?: string | undefined;
  readonly loadDemo: () => Promise<LanguageModel>;
  /** Opens the database once; rejects with `StorageError` where the browser has none. */
  readonly journals: () => Promise<JournalStorage>;
  /** The second copies; undefined where the browser has no private files. */
  readonly copies: JournalCopies | undefined;
  readonly jitter: () => number;
  /** Without it the network is taken to be there. */
  readonly isOnline?: () => boolean;
  readonly createId: () => string;
  readonly locks: LockManager | undefined;
  readonly emit: (runId: string, event: RunEvent) => void;
  /** Tells the page how many rows of a run are durable. */
  readonly stored: (notice: Omit<StoredNotice, 'kind'>) => void;
  readonly openDataset: (port: MessagePort) => DatasetLink;
}

/** The dataset in the evaluator worker that is alive now. */
export interface DatasetLink {
  readonly dataset: DatasetPort;
  /** Rejects what waits for it: its worker was ended. */
  close(reason: ErrorReport): void;
}
