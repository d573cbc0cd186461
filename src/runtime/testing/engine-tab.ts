/** One tab of a browser for tests of the engine: the engine behind a channel, a dataset of fakes, and what the page hears. */
import { createFakeDataset, type FakeDataset } from '#core/engine/testing/fake-dataset.ts';
import type { RunEnd, RunEvent } from '#core/engine/run-event.ts';
import type { HttpSend, LanguageModel } from '#core/llm/language-model.ts';
import { datasetServiceOf } from '#runtime/dataset-channel.ts';
import type { CopyFiles } from '#runtime/copy-files.ts';
import type { Database } from '#runtime/database.ts';
import type {
  Connection,
  EngineMethods,
  EngineNotice,
  StartRun,
  StoredNotice,
} from '#runtime/engine-protocol.ts';
import type { KeyVault } from '#runtime/key-vault.ts';
import { connect, serve } from '#runtime/rpc.ts';
import { createJournalStorage, type JournalStorage } from '#runtime/run-journal.ts';
import { startEngine } from '#runtime/start-engine.ts';
import { createImpatientClock } from './impatient-clock.ts';

export interface EngineTabOptions {
  readonly name?: string;
  readonly database?: Database;
  readonly journals?: () => Promise<JournalStorage>;
  readonly locks?: LockManager;
  /** Where second copies go. */
  readonly files?: CopyFiles;
  /** Stands in for the demo model, which needs no address. */
  readonly model?: LanguageModel;
  readonly createSend?: (vault: KeyVault) => HttpSend;
  readonly dataset?: FakeDataset;
}

export interface EngineTab {
  readonly engine: EngineMethods;
  readonly dataset: FakeDataset;
  readonly events: RunEvent[];
  /** How many rows were durable, each time the page was told. */
  readonly stored: readonly StoredNotice[];
  /** Everything the engine has posted to the page, as it was posted. */
  readonly posted: unknown[];
  /** Resolves with how the run in progress, or the next one, ends. */
  ended(): Promise<RunEnd>;
  /** As a replaced evaluator does: a new dataset behind a new port. */
  connectDataset(dataset: FakeDataset): Promise<void>;
  close(): void;
}

const demoConnection: Connection = {
  alias: 'writer',
  provider: 'demo',
  model: 'scripted',
  baseUrl: '',
  concurrency: 1,
};

export function startOf(change: Partial<StartRun> = {}): StartRun {
  return {
    runId: 'run-1',
    documentId: 'document-1',
    design: { name: 'Things' } as unknown as StartRun['design'],
    rowCount: 4,
    connections: [demoConnection],
    resume: false,
    keepsOlder: false,
    steal: false,
    ...change,
  };
}

export async function openEngineTab(options: EngineTabOptions): Promise<EngineTab> {
  const { port1, port2 } = new MessageChannel();
  const ports: MessagePort[] = [port1, port2];
  const events: RunEvent[] = [];
  const posted: unknown[] = [];
  const stored: StoredNotice[] = [];
  const listeners = new Set<(end: RunEnd) => void>();
  let ids = 0;
  startEngine(port1, {
    clock: createImpatientClock(),
    createSend: options.createSend ?? (() => () => Promise.reject(new TypeError('offline'))),
    loadDemo: () =>
      options.model === undefined
        ? Promise.reject(new Error('This test has no model.'))
        : Promise.resolve(options.model),
    journals: options.journals ?? (() => storageOf(options.database)),
    jitter: () => 0.5,
    createId: () => `${options.name ?? 'tab'}-${(ids += 1)}`,
    locks: options.locks,
    files: options.files,
  });
  port2.addEventListener('message', (event) => posted.push(event.data));
  const hear = (notice: EngineNotice): void => {
    if (notice.kind === 'stored') stored.push(notice);
    for (const event of notice.kind === 'events' ? notice.events : []) {
      events.push(event);
      if (event.kind === 'run-ended') for (const tell of listeners) tell(event.end);
    }
  };
  const { call: engine } = connect<EngineMethods>(port2, (notice) => hear(notice as EngineNotice));
  const dataset = options.dataset ?? createFakeDataset({ calls: [{ callId: 'write' }] });
  const connectDataset = async (next: FakeDataset): Promise<void> => {
    const channel = new MessageChannel();
    ports.push(channel.port1);
    const service = datasetServiceOf(() => next);
    serve(channel.port1, service);
    await engine.connectDataset({ port: channel.port2 });
  };
  await connectDataset(dataset);
  return {
    engine,
    dataset,
    events,
    posted,
    stored,
    ended: () =>
      new Promise((resolve) => {
        const tell = (end: RunEnd): void => {
          listeners.delete(tell);
          resolve(end);
        };
        listeners.add(tell);
      }),
    connectDataset,
    close() {
      for (const port of ports) port.close();
    },
  };
}

function storageOf(database: Database | undefined): Promise<JournalStorage> {
  return database === undefined
    ? Promise.reject(new Error('This test has no database.'))
    : Promise.resolve(createJournalStorage(database));
}
