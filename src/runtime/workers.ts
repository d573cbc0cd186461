/**
 * Starts the two workers and links them. A worker that dies rejects what waits for it; the evaluator
 * can be replaced by a fresh one at any time, because it holds nothing that cannot be made again.
 */
import type { EngineMethods, EngineNotice } from './engine-protocol.ts';
import type { EvaluatorMethods, EvaluatorNotice } from './evaluator-protocol.ts';
import { connect, methodsBy, type Channel, type Client } from './rpc.ts';

export interface WorkbenchWorkers {
  readonly engine: EngineMethods;
  /** Calls go to the evaluator that is alive now. */
  readonly evaluator: EvaluatorMethods;
  /** Kills the evaluator and starts another; its dataset must be opened again. */
  replaceEvaluator(): void;
}

export type WorkerName = 'engine' | 'evaluator';

export interface WorkerListeners {
  readonly onEvaluator: (notice: EvaluatorNotice) => void;
  readonly onEngine: (notice: EngineNotice) => void;
  /** A worker died or could not be loaded. */
  readonly onFailure: (message: string, worker: WorkerName) => void;
}

/** What is used of a `Worker`. */
export interface WorkerHandle extends Channel {
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void;
  terminate(): void;
}

/** `started` holds workers that were started before; each is used once. */
export function startWorkers(
  listeners: WorkerListeners,
  started: Map<WorkerName, WorkerHandle>,
): WorkbenchWorkers {
  const start = (name: WorkerName): WorkerHandle => {
    const handle = started.get(name) ?? startWorker(name);
    started.delete(name);
    return handle;
  };
  return linkWorkers(start, listeners);
}

export function startWorker(name: WorkerName): Worker {
  // The bundler finds a worker by exactly this form.
  if (name === 'engine')
    return new Worker(new URL('./engine.worker.ts', import.meta.url), {
      type: 'module',
      name: 'rowsmith-engine',
    });
  return new Worker(new URL('./evaluator.worker.ts', import.meta.url), {
    type: 'module',
    name: 'rowsmith-evaluator',
  });
}

/** As `startWorkers`, with workers of any make. */
export function linkWorkers(
  start: (name: WorkerName) => WorkerHandle,
  listeners: WorkerListeners,
): WorkbenchWorkers {
  const engineWorker = start('engine');
  const engine = connect<EngineMethods>(engineWorker, (notice) => {
    listeners.onEngine(notice as EngineNotice);
  });
  watch(engineWorker, engine, (message) => {
    listeners.onFailure(message, 'engine');
  });

  const startEvaluator = (): { worker: WorkerHandle; client: Client<EvaluatorMethods> } => {
    const worker = start('evaluator');
    const client = connect<EvaluatorMethods>(worker, (notice) => {
      // What a killed evaluator had still posted is about rows that are gone.
      if (evaluator.worker === worker) listeners.onEvaluator(notice as EvaluatorNotice);
    });
    watch(worker, client, (message) => {
      listeners.onFailure(message, 'evaluator');
    });
    link(client, engine);
    return { worker, client };
  };

  let evaluator = startEvaluator();
  return {
    engine: engine.call,
    evaluator: forward(() => evaluator.client.call),
    replaceEvaluator() {
      evaluator.worker.terminate();
      evaluator.client.fail({
        name: 'WorkerError',
        message: 'Working out the rows took too long and was ended.',
      });
      evaluator = startEvaluator();
    },
  };
}

/** Gives each worker one end of a channel, over which a run reads and fills the dataset. */
function link(evaluator: Client<EvaluatorMethods>, engine: Client<EngineMethods>): void {
  const { port1, port2 } = new MessageChannel();
  // A worker that is dead has already been told about, or will be by the next call.
  const ignore = (): undefined => undefined;
  evaluator.call.connectEngine({ port: port1 }).catch(ignore);
  engine.call.connectDataset({ port: port2 }).catch(ignore);
}

function watch<Methods>(
  worker: WorkerHandle,
  client: Client<Methods>,
  onFailure: (message: string) => void,
): void {
  const fail = (message: string): void => {
    client.fail({ name: 'WorkerError', message });
    onFailure(message);
  };
  worker.addEventListener('error', (event) => {
    const message = 'message' in event ? String(event.message) : '';
    fail(message === '' ? 'A worker could not be loaded. Reload the page.' : message);
  });
  worker.addEventListener('messageerror', () => {
    fail('A message between the page and its worker could not be read. Reload the page.');
  });
}

function forward(current: () => EvaluatorMethods): EvaluatorMethods {
  const invoke = (method: string, argument: unknown): Promise<unknown> =>
    current()[method as keyof EvaluatorMethods](argument as never);
  return methodsBy(invoke) as EvaluatorMethods;
}
