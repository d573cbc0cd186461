/** When the page is drawn for the first time. */
import type { RemoteRows } from '#runtime/remote-rows.ts';

/**
 * Resolves with the first rows, or after `atMostMs` without them. Rows that are about to come are
 * drawn with the page; drawn before them, the page would keep their messages waiting and be laid out
 * twice.
 */
export function firstRowsOr(
  rows: Pick<RemoteRows, 'subscribe' | 'rowCount'>,
  atMostMs: number,
): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      unsubscribe();
      resolve();
    };
    const timer = setTimeout(done, atMostMs);
    const unsubscribe = rows.subscribe(() => {
      if (rows.rowCount > 0) done();
    });
  });
}
