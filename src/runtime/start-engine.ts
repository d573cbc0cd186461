/**
 * Puts the engine together behind a channel: vault, journals, events in batches, and the border at
 * which everything loses its keys. The worker's entry hands in the real machine, tests a fake one.
 */
import type { Clock } from '#core/base/clock.ts';
import type { RunEvent } from '#core/engine/run-event.ts';
import type { HttpSend, LanguageModel } from '#core/llm/language-model.ts';
import type { Reach } from '#core/llm/network-error.ts';
import type { CopyFiles } from './copy-files.ts';
import type { DatasetService } from './dataset-channel.ts';
import { datasetPortOf } from './dataset-channel.ts';
import type { EngineNotice } from './engine-protocol.ts';
import { createEngineService } from './engine-service.ts';
import type { DatasetLink } from './engine-service-host.ts';
import { createEventBatch, type EventBatch } from './event-batch.ts';
import { createJournalCopies } from './journal-copies.ts';
import { createKeyVault, type KeyVault } from './key-vault.ts';
import { createMirroredJournals } from './mirrored-journals.ts';
import type { JournalStorage } from './run-journal.ts';
import { connect, notify, serve, type Channel } from './rpc.ts';
import { scrubbingChannel } from './scrub.ts';

export interface EngineMachine {
  readonly clock: Clock;
  readonly createSend: (vault: KeyVault) => HttpSend;
  readonly probe?: ((address: string) => Promise<Reach>) | undefined;
  readonly pageOrigin?: string | undefined;
  readonly loadDemo: () => Promise<LanguageModel>;
  /** Rejects with `StorageError` where the browser has no database; asked again next time. */
  readonly journals: () => Promise<JournalStorage>;
  /** Where second copies of journals go; undefined where there are no such files. */
  readonly files?: CopyFiles | undefined;
  readonly jitter: () => number;
  /** Without it the network is taken to be there. */
  readonly isOnline?: () => boolean;
  readonly createId: () => string;
  readonly locks: LockManager | undefined;
}

const eventIntervalMs = 100;

export function startEngine(channel: Channel, machine: EngineMachine): void {
  const vault = createKeyVault();
  const border = scrubbingChannel(channel, vault);
  const { createSend, files, journals, ...rest } = machine;
  const copies = files === undefined ? undefined : createJournalCopies(files, machine.clock);
  const service = createEngineService({
    ...rest,
    journals:
      copies === undefined
        ? journals
        : async () => createMirroredJournals(await journals(), copies),
    copies,
    stored(notice) {
      notify(border, { kind: 'stored', ...notice } satisfies EngineNotice);
    },
    vault,
    send: createSend(vault),
    emit: createEmitter(border, machine.clock),
    openDataset: (port) => openDataset(port, vault),
  });
  serve(border, service);
}

/** Events of each run in batches; the end of a run does not wait. */
function createEmitter(channel: Channel, clock: Clock): (runId: string, event: RunEvent) => void {
  const batches = new Map<string, EventBatch<RunEvent>>();
  return (runId, event) => {
    let batch = batches.get(runId);
    if (batch === undefined) {
      batch = createEventBatch<RunEvent>(clock, eventIntervalMs, (events) => {
        notify(channel, { kind: 'events', runId, events } satisfies EngineNotice);
      });
      batches.set(runId, batch);
    }
    batch.push(event);
    if (event.kind !== 'run-ended') return;
    batch.flush();
    batches.delete(runId);
  };
}

function openDataset(port: MessagePort, vault: KeyVault): DatasetLink {
  const client = connect<DatasetService>(scrubbingChannel(port, vault));
  return {
    dataset: datasetPortOf(client.call),
    close(reason) {
      // A killed worker answers nobody: what waits for it must not wait for ever.
      client.fail(reason);
      port.close();
    },
  };
}
