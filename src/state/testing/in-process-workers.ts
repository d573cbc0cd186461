/** The two workers in the test's own thread, behind real message ports: everything is cloned as it would be. */
import { StorageError } from '#core/engine/journal.ts';
import type { LanguageModel } from '#core/llm/language-model.ts';
import type { CopyFiles } from '#runtime/copy-files.ts';
import type { Database } from '#runtime/database.ts';
import { createJournalStorage } from '#runtime/run-journal.ts';
import { startEngine } from '#runtime/start-engine.ts';
import { startEvaluator } from '#runtime/start-evaluator.ts';
import { createImpatientClock } from '#runtime/testing/impatient-clock.ts';
import {
  linkWorkers,
  type WorkbenchWorkers,
  type WorkerHandle,
  type WorkerListeners,
  type WorkerName,
} from '#runtime/workers.ts';

export interface InProcessOptions {
  /** Undefined for a browser without one. */
  readonly database: Database | undefined;
  readonly locks?: LockManager | undefined;
  /** Where second copies of journals go. */
  readonly files?: CopyFiles | undefined;
  /** Stands in for the demo model. */
  readonly model: LanguageModel;
  /** Calls of the evaluator that hang it: it answers nothing from then on. */
  readonly hangsOn?: ((method: string, argument: unknown) => boolean) | undefined;
}

export interface InProcessWorkers {
  readonly start: (listeners: WorkerListeners) => WorkbenchWorkers;
  /** How many evaluators have been started. */
  readonly evaluators: number;
  /** Closes all ports, as closing the tab would. */
  readonly close: () => void;
}

export function createInProcessWorkers(options: InProcessOptions): InProcessWorkers {
  const ports: MessagePort[] = [];
  let evaluators = 0;
  const startWorker = (name: WorkerName): WorkerHandle => {
    const { port1, port2 } = new MessageChannel();
    ports.push(port1, port2);
    if (name === 'evaluator') evaluators += 1;
    if (name === 'evaluator') startEvaluator(port1, createImpatientClock());
    else startEngine(port1, machineOf(options));
    return handleOf(port2, name === 'evaluator' ? options.hangsOn : undefined);
  };
  return {
    start: (listeners) => linkWorkers(startWorker, listeners),
    get evaluators() {
      return evaluators;
    },
    close() {
      for (const port of ports) port.close();
    },
  };
}

/** Counted over all tabs, because tabs share a database. */
let ids = 0;

function machineOf({ database, locks, files, model }: InProcessOptions) {
  return {
    clock: createImpatientClock(),
    createSend: () => () => Promise.reject(new TypeError('There is no network in this test.')),
    loadDemo: () => Promise.resolve(model),
    journals: () =>
      database === undefined
        ? Promise.reject(new StorageError('unavailable', 'There is no database in this test.'))
        : Promise.resolve(createJournalStorage(database)),
    jitter: () => 0.5,
    createId: () => `made-by-engine-${String((ids += 1))}`,
    locks,
    files,
  };
}

function handleOf(port: MessagePort, hangsOn: InProcessOptions['hangsOn']): WorkerHandle {
  let isHung = false;
  return {
    postMessage(message, options) {
      const { method, argument } = message as { method?: string; argument?: unknown };
      if (method !== undefined && hangsOn?.(method, argument) === true) isHung = true;
      if (!isHung) port.postMessage(message, options);
    },
    addEventListener(type: string, listener: (event: MessageEvent<unknown>) => void) {
      if (type === 'message') port.addEventListener('message', listener);
    },
    start: () => {
      port.start();
    },
    terminate: () => {
      port.close();
    },
  };
}
