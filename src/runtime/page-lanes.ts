/**
 * How many requests a page may have in flight to one address. A browser opens six connections to a
 * host over HTTP/1.1, which is what plain http means, and all tabs share them: a seventh request waits
 * without a word, so one connection stays free for lists of models and tests.
 */

const plainLanes = 5;

/** What a page makes of the concurrency the user chose; `note` says why it is less. */
export interface PageLanes {
  readonly concurrency: number;
  readonly note?: string;
}

export function pageLanes(baseUrl: string, concurrency: number): PageLanes {
  if (!/^http:/i.test(baseUrl) || concurrency <= plainLanes) return { concurrency };
  return {
    concurrency: plainLanes,
    note: 'At most 5 at once: a browser opens 6 connections to a plain http address, and 1 stays free for tests and model lists. The command line has no such limit.',
  };
}
