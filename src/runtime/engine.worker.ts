/** Entry of the engine worker: the only worker that may leave the house, and the one that holds keys. */
import { createPrivateFiles } from './copy-files.ts';
import { openDatabase, type Database } from './database.ts';
import type { EngineNotice } from './engine-protocol.ts';
import { createProviderFetch, probeAddress } from './provider-fetch.ts';
import { notify } from './rpc.ts';
import { createJournalStorage } from './run-journal.ts';
import { startEngine } from './start-engine.ts';
import { createSystemClock } from './system-clock.ts';

let database: Promise<Database> | undefined;

/** Opened once; again after it was closed or could not be opened. */
function openOnce(): Promise<Database> {
  const forget = (): void => {
    database = undefined;
  };
  if (database === undefined) {
    database = openDatabase(forget, () => {
      notify(self, { kind: 'emptied' } satisfies EngineNotice);
    });
    database.catch(forget);
  }
  return database;
}

startEngine(self, {
  clock: createSystemClock(),
  createSend: createProviderFetch,
  probe: probeAddress,
  pageOrigin: location.origin,
  loadDemo: async () => (await import('#core/llm/demo/demo-model.ts')).createDemoModel(),
  journals: async () => createJournalStorage(await openOnce()),
  files: 'storage' in navigator ? createPrivateFiles(navigator.storage) : undefined,
  jitter: () => Math.random(),
  isOnline: () => navigator.onLine,
  createId: () => crypto.randomUUID(),
  locks: 'locks' in navigator ? navigator.locks : undefined,
});

// Chromium looks up every locale when a process formats its first number, for 20 ms and more. The page
// needs its first one while it draws, and finds the work done.
new Intl.NumberFormat('en').format(0);
