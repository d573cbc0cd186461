import { afterEach, describe, expect, it, vi } from 'vitest';
import type { EngineMethods } from './engine-protocol.ts';
import type { EvaluatorMethods } from './evaluator-protocol.ts';
import { notify, serve } from './rpc.ts';
import { linkWorkers, type WorkerHandle, type WorkerName } from './workers.ts';

interface FakeWorker {
  readonly name: WorkerName;
  readonly port: MessagePort;
  readonly listeners: Map<string, (event: Event) => void>;
  isTerminated: boolean;
}

const ports: MessagePort[] = [];

/** Workers that answer `estimate` and `keyedOrigins` with what a test says, and nothing else. */
function fakeWorkers(answers: { estimate?: () => Promise<undefined> } = {}) {
  const started: FakeWorker[] = [];
  const connected: string[] = [];
  const start = (name: WorkerName): WorkerHandle => {
    const { port1, port2 } = new MessageChannel();
    ports.push(port1, port2);
    const worker: FakeWorker = { name, port: port1, listeners: new Map(), isTerminated: false };
    started.push(worker);
    const connectTo =
      (what: string) =>
      ({ port }: { readonly port: MessagePort }): Promise<void> => {
        ports.push(port);
        connected.push(`${name} ${what}`);
        return Promise.resolve();
      };
    serve(port1, {
      estimate: answers.estimate ?? (() => Promise.resolve(undefined)),
      keyedOrigins: () => Promise.resolve([name]),
      connectEngine: connectTo('has a port to the engine'),
      connectDataset: connectTo('has a port to the dataset'),
    });
    return {
      postMessage: (message, options) => {
        port2.postMessage(message, options);
      },
      addEventListener: (type: string, listener: (event: never) => void) => {
        if (type === 'message') port2.addEventListener('message', listener as never);
        else worker.listeners.set(type, listener as (event: Event) => void);
      },
      start: () => {
        port2.start();
      },
      terminate: () => {
        worker.isTerminated = true;
      },
    };
  };
  const onEvaluator = vi.fn();
  const onFailure = vi.fn();
  const workers = linkWorkers(start, { onEvaluator, onEngine: vi.fn(), onFailure });
  return { workers, started, connected, onEvaluator, onFailure };
}

const ask = (engine: EngineMethods): Promise<readonly string[]> =>
  engine.keyedOrigins({ origins: [] });
const estimate = (evaluator: EvaluatorMethods): Promise<unknown> =>
  evaluator.estimate({ rowCount: 1 });

afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

describe('two workers', () => {
  it('are linked to each other', async () => {
    const { workers, connected } = fakeWorkers();
    await ask(workers.engine);
    await estimate(workers.evaluator);
    expect(connected.toSorted()).toEqual([
      'engine has a port to the dataset',
      'evaluator has a port to the engine',
    ]);
  });
});

describe('an evaluator that is replaced', () => {
  it('rejects what waited for it; its successor answers and is linked', async () => {
    let isFirst = true;
    const { workers, started, connected } = fakeWorkers({
      estimate: () => {
        const answer = isFirst
          ? new Promise<undefined>(() => undefined)
          : Promise.resolve(undefined);
        isFirst = false;
        return answer;
      },
    });
    const waiting = estimate(workers.evaluator);
    workers.replaceEvaluator();
    await expect(waiting).rejects.toMatchObject({ name: 'WorkerError' });
    await ask(workers.engine);
    await estimate(workers.evaluator).catch(() => undefined);
    await expect(estimate(workers.evaluator)).resolves.toBeUndefined();
    expect(started.map(({ isTerminated }) => isTerminated)).toEqual([false, true, false]);
    expect(connected.filter((link) => link.startsWith('engine'))).toHaveLength(2);
  });

  it('is no longer listened to', async () => {
    const { workers, started, onEvaluator } = fakeWorkers();
    await estimate(workers.evaluator);
    workers.replaceEvaluator();
    const [, old, fresh] = started;
    if (old !== undefined) notify(old.port, { kind: 'changed', version: 9, rowCount: 9 });
    if (fresh !== undefined) notify(fresh.port, { kind: 'changed', version: 1, rowCount: 1 });
    await estimate(workers.evaluator);
    expect(onEvaluator.mock.calls).toEqual([[{ kind: 'changed', version: 1, rowCount: 1 }]]);
  });
});

describe('a worker that dies', () => {
  it('rejects every call and is told about once, by name', async () => {
    const { workers, started, onFailure } = fakeWorkers();
    await ask(workers.engine);
    started[0]?.listeners.get('error')?.(new Event('error'));
    await expect(ask(workers.engine)).rejects.toThrow('could not be loaded');
    expect(onFailure.mock.calls).toEqual([
      ['A worker could not be loaded. Reload the page.', 'engine'],
    ]);
  });

  it('leaves the other one alone', async () => {
    const { workers, started } = fakeWorkers();
    started[1]?.listeners.get('messageerror')?.(new Event('messageerror'));
    await expect(estimate(workers.evaluator)).rejects.toMatchObject({ name: 'WorkerError' });
    await expect(ask(workers.engine)).resolves.toEqual(['engine']);
  });
});
