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

  const grant = (name: string, callback: LockGrantedCallback<unknown>): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const holder: Holder = { reject };
      holders.set(name, holder);
      void Promise.resolve(callback({ name, mode: 'exclusive' })).then((value) => {
        if (holders.get(name) === holder) holders.delete(name);
        resolve(value);
      });
    });

  const request = async (
    name: string,
    options: LockOptions,
    callback: LockGrantedCallback<unknown>,
  ): Promise<unknown> => {
    await Promise.resolve();
    const holder = holders.get(name);
    if (holder !== undefined && options.steal !== true) return callback(null);
    holder?.reject(new DOMException('The lock was stolen.', 'AbortError'));
    return grant(name, callback);
  };

  return {
    held: () => [...holders.keys()],
    request: request as LockManager['request'],
    query: () => Promise.resolve({ held: [], pending: [] }),
  };
}
