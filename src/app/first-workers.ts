/**
 * Starts the two workers the moment it is imported, before the page evaluates its own scripts: they
 * are read meanwhile. It shares a chunk with nothing large, and `main.tsx` imports it first.
 */
import { installTrustedTypes } from '#runtime/trusted-types.ts';
import { startWorker, type WorkerHandle, type WorkerName } from '#runtime/workers.ts';

installTrustedTypes();

/** Their messages come after the scripts of the page, so none is missed. */
export const firstWorkers = new Map<WorkerName, WorkerHandle>([
  ['evaluator', startWorker('evaluator')],
  ['engine', startWorker('engine')],
]);
