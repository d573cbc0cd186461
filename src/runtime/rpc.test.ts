import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { ReportedError } from '#core/base/error-report.ts';
import { connect, notify, protocolVersion, serve } from './rpc.ts';

type Nothing = Record<string, never>;

interface Methods {
  readonly double: (argument: { readonly value: number }) => Promise<number>;
  readonly refuse: (argument: Nothing) => Promise<void>;
  readonly answerWithFunction: (argument: Nothing) => Promise<unknown>;
  readonly askPort: (argument: { readonly port: MessagePort }) => Promise<void>;
  readonly never: (argument: Nothing) => Promise<void>;
}

const methods: Methods = {
  double: ({ value }) => Promise.resolve(2 * value),
  refuse: () => Promise.reject(new TypeError('No.')),
  answerWithFunction: () => Promise.resolve(() => 1),
  askPort({ port }) {
    port.postMessage('hello');
    return Promise.resolve();
  },
  never: () => new Promise(() => undefined),
};

const open: MessagePort[] = [];

function channel(): MessageChannel {
  const pair = new MessageChannel();
  open.push(pair.port1, pair.port2);
  return pair;
}

function served() {
  const { port1, port2 } = channel();
  serve(port1, methods);
  return { ...connect<Methods>(port2), server: port1, port: port2 };
}

function nextMessage(port: MessagePort): Promise<unknown> {
  return new Promise((resolve) => {
    port.addEventListener('message', (event) => resolve(event.data), { once: true });
    port.start();
  });
}

afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

describe('a call', () => {
  it('answers with what the method answers', async () => {
    expect(await served().call.double({ value: 21 })).toBe(42);
  });

  it('rejects with the name and message of what went wrong inside the method', async () => {
    await expect(served().call.refuse({})).rejects.toMatchObject({
      name: 'TypeError',
      message: 'No.',
    });
  });

  it('rejects when the other end has no such method', async () => {
    const { call } = served();
    const unknown = call as unknown as { absent: (argument: object) => Promise<void> };
    await expect(unknown.absent({})).rejects.toThrow('does not know that call');
  });

  it('reaches no method that an object merely inherits', async () => {
    const { call } = served();
    const inherited = call as unknown as { isPrototypeOf: (argument: object) => Promise<void> };
    const { isPrototypeOf: ask } = inherited;
    await expect(ask({})).rejects.toThrow('does not know that call');
  });

  it('rejects at once when its argument cannot be cloned', async () => {
    const argument = { value: (() => 1) as unknown as number };
    await expect(served().call.double(argument)).rejects.toMatchObject({ name: 'DataCloneError' });
  });

  it('rejects when the answer cannot be cloned', async () => {
    await expect(served().call.answerWithFunction({})).rejects.toMatchObject({
      name: 'DataCloneError',
    });
  });

  it('goes on to answer others after one has failed', async () => {
    const { call } = served();
    await call.answerWithFunction({}).catch(() => undefined);
    expect(await call.double({ value: 1 })).toBe(2);
  });

  it('hands over a port inside its argument', async () => {
    const { port1, port2 } = channel();
    const heard = nextMessage(port2);
    await served().call.askPort({ port: port1 });
    expect(await heard).toBe('hello');
  });
});

describe('the object of methods', () => {
  it('is not a promise to those who await it', async () => {
    const { call, server } = served();
    const asked: unknown[] = [];
    server.addEventListener('message', (event) => asked.push(event.data));
    expect(await Promise.resolve(call)).toBe(call);
    await call.double({ value: 1 });
    expect(asked).toHaveLength(1);
  });

  it('can be printed without calling anything', async () => {
    const { call, server } = served();
    const asked: unknown[] = [];
    server.addEventListener('message', (event) => asked.push(event.data));
    inspect(call, { showProxy: false });
    JSON.stringify(call);
    await call.double({ value: 1 });
    expect(asked).toHaveLength(1);
  });
});

describe('a peer that is gone', () => {
  it('rejects what waits for it', async () => {
    const { call, fail } = served();
    const waiting = call.never({});
    fail({ name: 'WorkerError', message: 'It was ended.' });
    await expect(waiting).rejects.toBeInstanceOf(ReportedError);
  });

  it('rejects what comes later', async () => {
    const { call, fail } = served();
    fail({ name: 'WorkerError', message: 'It was ended.' });
    await expect(call.double({ value: 1 })).rejects.toThrow('It was ended.');
  });
});

describe('versions', () => {
  it('refuses a peer of another version', async () => {
    const { port1, port2 } = channel();
    const { call } = connect<Methods>(port2);
    const waiting = call.never({});
    port1.postMessage({ kind: 'hello', version: protocolVersion + 1 });
    await expect(waiting).rejects.toThrow('Reload the page');
  });
});

describe('foreign messages', () => {
  it('are ignored by both ends', async () => {
    const { call, server, port } = served();
    for (const noise of [null, 'text', 7, {}, { kind: 'other' }]) {
      server.postMessage(noise);
      port.postMessage(noise);
    }
    expect(await call.double({ value: 4 })).toBe(8);
  });
});

describe('notify', () => {
  it('reaches the other end without an answer', async () => {
    const { port1, port2 } = channel();
    const heard = new Promise((resolve) => {
      connect<Methods>(port2, resolve);
    });
    notify(port1, { kind: 'changed' });
    expect(await heard).toEqual({ kind: 'changed' });
  });
});
