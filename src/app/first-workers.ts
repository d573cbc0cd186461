/**
 * Starts the two workers the moment it is imported, which `start.ts` does before the page's own scripts
 * are there: they are read meanwhile. It shares a script with nothing large.
 */
import { keepFirstEvents } from '#runtime/early-worker.ts';
import { installTrustedTypes } from '#runtime/trusted-types.ts';
import { startWorker, type WorkerHandle, type WorkerName } from '#runtime/workers.ts';

installTrustedTypes();

export const firstWorkers = new Map<WorkerName, WorkerHandle>(
  (['evaluator', 'engine'] as const).map((name) => [name, keepFirstEvents(startWorker(name))]),
);
