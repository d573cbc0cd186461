/**
 * Typed calls over a message port. Both ends share one interface: the client has the same methods as
 * the object that is served. Every call is answered, failures travel as `ErrorReport`, and a dead
 * peer rejects everything that waits for it.
 */
import { ReportedError, toErrorReport, type ErrorReport } from '#core/base/error-report.ts';

export const protocolVersion = 1;

/** What a `Worker`, a `MessagePort` and a worker's own scope have in common. */
export interface Channel {
  postMessage(message: unknown, options?: StructuredSerializeOptions): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
  start?(): void;
}

/** Methods take one plain argument and answer with plain data. */
export type Service<Methods> = {
  [Name in keyof Methods]: (argument: never) => Promise<unknown>;
};

type Message =
  | { readonly kind: 'hello'; readonly version: number }
  | {
      readonly kind: 'call';
      readonly id: number;
      readonly method: string;
      readonly argument: unknown;
    }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly report: ErrorReport }
  | { readonly kind: 'notice'; readonly notice: unknown };

function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

/**
 * Serves an object's methods. The answer of each call crosses the border by structured clone; one
 * that cannot be cloned is answered as a failure.
 */
export function serve<Methods extends Service<Methods>>(channel: Channel, methods: Methods): void {
  const table = new Map<string, (argument: never) => Promise<unknown>>(Object.entries(methods));
  channel.addEventListener('message', (event) => {
    if (!isMessage(event.data) || event.data.kind !== 'call') return;
    const { id, method, argument } = event.data;
    void answer(table.get(method), argument as never)
      .then((value) => {
        post(channel, { kind: 'answer', id, value });
      })
      .catch((error: unknown) => {
        post(channel, { kind: 'failure', id, report: toErrorReport(error) });
      });
  });
  channel.start?.();
  post(channel, { kind: 'hello', version: protocolVersion });
}

async function answer(
  method: ((argument: never) => Promise<unknown>) | undefined,
  argument: never,
): Promise<unknown> {
  if (method === undefined)
    throw new Error('This worker does not know that call. Reload the page.');
  return method(argument);
}

/** Sends a one-way message to the other end's `onNotice`. */
export function notify(channel: Channel, notice: unknown, transfer?: Transferable[]): void {
  post(channel, { kind: 'notice', notice }, transfer);
}

function post(channel: Channel, message: Message, transfer?: Transferable[]): void {
  channel.postMessage(message, { transfer: transfer ?? transferablesOf(message) });
}

/** Ports inside an argument must be handed over, not copied. */
function transferablesOf(message: Message): Transferable[] {
  if (message.kind !== 'call' || typeof message.argument !== 'object') return [];
  const values: readonly unknown[] = Object.values(message.argument ?? {});
  return values.filter((value) => value instanceof MessagePort);
}

export interface Client<Methods> {
  readonly call: Methods;
  /** Rejects everything that waits and everything that comes. */
  readonly fail: (reason: ErrorReport) => void;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

export function connect<Methods extends Service<Methods>>(
  channel: Channel,
  onNotice: (notice: unknown) => void = () => undefined,
): Client<Methods> {
  const waiting = new Map<number, Waiting>();
  let nextId = 1;
  let failure: ErrorReport | undefined;

  const fail = (reason: ErrorReport): void => {
    failure = reason;
    for (const { reject } of waiting.values()) reject(new ReportedError(reason));
    waiting.clear();
  };

  channel.addEventListener('message', (event) => {
    if (!isMessage(event.data)) return;
    const message = event.data;
    if (message.kind === 'notice') onNotice(message.notice);
    if (message.kind === 'hello' && message.version !== protocolVersion)
      fail({
        name: 'WorkerError',
        message: 'A newer version was loaded meanwhile. Reload the page.',
      });
    if (message.kind === 'answer') take(waiting, message.id)?.resolve(message.value);
    if (message.kind === 'failure')
      take(waiting, message.id)?.reject(new ReportedError(message.report));
  });
  channel.start?.();

  const invoke = (method: string, argument: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (failure !== undefined) {
        reject(new ReportedError(failure));
        return;
      }
      const id = nextId;
      nextId += 1;
      waiting.set(id, { resolve, reject });
      try {
        post(channel, { kind: 'call', id, method, argument });
      } catch (error) {
        take(waiting, id)?.reject(error instanceof Error ? error : new Error(String(error)));
      }
    });

  return { call: methodsBy(invoke) as Methods, fail };
}

/** Names that the language itself asks an object for, when it is awaited or printed. */
const ownNames: ReadonlySet<string> = new Set(['then', 'toJSON', 'toString', 'valueOf']);

/** An object that has every method; awaiting or printing it calls none of them. */
export function methodsBy(invoke: (method: string, argument: unknown) => Promise<unknown>): object {
  return new Proxy(
    {},
    {
      get(_, name) {
        if (typeof name === 'symbol' || ownNames.has(name)) return undefined;
        return (argument: unknown) => invoke(name, argument);
      },
    },
  );
}

function take(waiting: Map<number, Waiting>, id: number): Waiting | undefined {
  const entry = waiting.get(id);
  waiting.delete(id);
  return entry;
}
