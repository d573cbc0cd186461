/** Web Locks for tests: several tabs share one, with stealing and refusals like those of a browser. */

interface Holder {
  readonly reject: (error: Error) => void;
}

export interface FakeLocks extends LockManager {
  /** Names of the locks that are held. */
  held(): readonly string[];
}

export function createFakeLocks(): FakeLocks {
  const holders = new Map<string, Holder>();
  const queue: { readonly name: string; readonly begin: () => void }[] = [];
  const next = (name: string): void => {
    const index = queue.findIndex((waiter) => waiter.name === name);
    if (index !== -1) queue.splice(index, 1)[0]?.begin();
  };

  const grant = (name: string, callback: LockGrantedCallback<unknown>): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const holder: Holder = { reject };
      holders.set(name, holder);
      void Promise.resolve(callback({ name, mode: 'exclusive' })).then((value) => {
        const isOver = holders.get(name) === holder;
        if (isOver) holders.delete(name);
        resolve(value);
        if (isOver) next(name);
      });
    });

  const waitFor = (
    name: string,
    { signal }: LockOptions,
    callback: LockGrantedCallback<unknown>,
  ): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const begin = (): void => {
        if (signal?.aborted === true) next(name);
        else resolve(grant(name, callback));
      };
      queue.push({ name, begin });
      signal?.addEventListener('abort', () => {
        reject(signal.reason as Error);
      });
    });

  const request = async (
    name: string,
    options: LockOptions,
    callback: LockGrantedCallback<unknown>,
  ): Promise<unknown> => {
    await Promise.resolve();
    const holder = holders.get(name);
    if (holder !== undefined && options.steal !== true)
      return options.ifAvailable === true ? callback(null) : waitFor(name, options, callback);
    holder?.reject(new DOMException('The lock was stolen.', 'AbortError'));
    return grant(name, callback);
  };

  return {
    held: () => [...holders.keys()],
    request: request as LockManager['request'],
    query: () => Promise.resolve({ held: [], pending: [] }),
  };
}
