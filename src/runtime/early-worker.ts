/** Workers that are started before anybody listens to them. */
import type { WorkerHandle } from './workers.ts';

type StartedWorker = Pick<Worker, 'postMessage' | 'terminate' | keyof EventTarget>;

/**
 * Keeps what a worker says, or that it could not be loaded, for the first listener of each kind of
 * event: a worker's queue, unlike that of a port, waits for nobody.
 */
export function keepFirstEvents(worker: StartedWorker): WorkerHandle {
  const kept = new Map<string, Event[]>();
  const keep = (event: Event): void => {
    kept.get(event.type)?.push(event);
  };
  const handOver = (type: string, listener: (event: Event) => void): void => {
    const events = kept.get(type);
    if (events === undefined) return;
    kept.delete(type);
    worker.removeEventListener(type, keep);
    // A listener expects to be called when the one who added it is done.
    for (const event of events)
      queueMicrotask(() => {
        listener(event);
      });
  };
  for (const type of ['message', 'error', 'messageerror']) {
    kept.set(type, []);
    worker.addEventListener(type, keep);
  }
  return {
    postMessage: (message, options) => {
      worker.postMessage(message, options);
    },
    terminate: () => {
      worker.terminate();
    },
    addEventListener(type: string, listener: (event: never) => void) {
      const hear = listener as (event: Event) => void;
      worker.addEventListener(type, hear);
      handOver(type, hear);
    },
  };
}
