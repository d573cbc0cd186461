/** A fresh database for a test, with a way to make its disk full. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDatabase, type Database } from '#runtime/database.ts';

/** Opens the browser database on an empty disk. A second call starts from nothing again. */
export function openEmptyDatabase(): Promise<Database> {
  globalThis.indexedDB = new IDBFactory();
  globalThis.IDBKeyRange = IDBKeyRange;
  return openDatabase(() => undefined);
}

/**
 * The database with a disk that is full while `isFull` says so: transactions then abort, and the
 * transaction knows why, no request does.
 */
export function fillDisk(database: Database, isFull = (): boolean => true): Database {
  return new Proxy(database, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (name === 'transaction' && isFull()) return fullTransaction(target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

function fullTransaction(database: Database): Database['transaction'] {
  const begin = database.transaction.bind(database) as (...given: unknown[]) => object;
  const full = new DOMException('The disk is full.', 'QuotaExceededError');
  const failing = (...given: unknown[]): unknown => {
    const transaction = begin(...given) as { abort(): void; readonly done: Promise<void> };
    const refuse = (): Promise<never> => Promise.reject(full);
    const done = transaction.done.then(refuse, refuse);
    done.catch(() => undefined);
    queueMicrotask(() => {
      transaction.abort();
    });
    return new Proxy(transaction, {
      get(target, name) {
        if (name === 'done') return done;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  };
  return failing as Database['transaction'];
}
