/** Rows straight to the disk: the worker writes where the user chose, while this tells how far it is. */
import type { EvaluatorMethods, ExportRequest, SaveProgress } from '#runtime/evaluator-protocol.ts';
import type { DiskPlace } from './disk-place.ts';

export interface SaveJob {
  readonly evaluator: Pick<EvaluatorMethods, 'saveRows'>;
  readonly place: DiskPlace;
  /** One for each file of the place. */
  readonly requests: readonly ExportRequest[];
  /** Rows so far and in all, of the file that is being written. */
  readonly onProgress: (progress: SaveProgress & { readonly fileName: string }) => void;
  readonly signal: AbortSignal;
}

/**
 * Every file, or none: answers with the rows of all. When one fails or the signal aborts, what was begun is
 * taken away, and the promise rejects with words for the user, or with the reason of the signal.
 */
export async function saveToDisk(job: SaveJob): Promise<number> {
  const { place, requests, signal } = job;
  let rows = 0;
  for (const [index, file] of place.files.entries()) {
    const request = requests[index];
    if (request === undefined) break;
    try {
      signal.throwIfAborted();
      rows += await saveFile(job, file, request);
    } catch (error) {
      // The fault that matters is the first one; what cannot be taken away either is empty.
      await place.discard().catch(() => undefined);
      signal.throwIfAborted();
      throw new Error(faultWords(error, file.name), { cause: error });
    }
  }
  return rows;
}

async function saveFile(
  { evaluator, onProgress, signal }: SaveJob,
  file: DiskPlace['files'][number],
  request: ExportRequest,
): Promise<number> {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', ({ data }: MessageEvent<SaveProgress>) => {
    onProgress({ ...data, fileName: file.name });
  });
  port1.start();
  const cancel = (): void => {
    port1.postMessage('cancel');
  };
  signal.addEventListener('abort', cancel);
  try {
    return await evaluator.saveRows({ request, file, port: port2 });
  } finally {
    signal.removeEventListener('abort', cancel);
    port1.close();
  }
}

const words: Readonly<Record<string, (name: string) => string>> = {
  QuotaExceededError: (name) =>
    `The disk is full, so nothing was kept of ${name}. Make room, or choose another place.`,
  NotAllowedError: (name) =>
    `The browser may not write ${name}. Choose its place again and allow it.`,
  NotFoundError: (name) => `${name} or its folder is gone. Choose another place.`,
  NoModificationAllowedError: (name) =>
    `${name} is in use by another tab or program. Close it there.`,
  InvalidStateError: (name) =>
    `${name} was changed by somebody else meanwhile. Choose its place again.`,
  AbortError: (name) => `The browser refused the finished file ${name}, so nothing was kept of it.`,
};

function faultWords(error: unknown, name: string): string {
  const fault = error instanceof Error ? error : new Error(String(error));
  const known = Object.hasOwn(words, fault.name) ? words[fault.name] : undefined;
  return known?.(name) ?? fault.message;
}
