import type { Checkpoint } from '#core/engine/checkpoint.ts';
import { idleRun, type RunState } from './run-store.ts';

/** A stored run as it looked when it ended, as far as the rows on screen tell. */
export function storedRun(
  checkpoint: Checkpoint,
  designRows: number,
  { summary }: { readonly summary?: { finishedRows: number; failedRows: number } | undefined },
): RunState {
  const rowCount = Math.min(checkpoint.rowCount, designRows);
  const finishedRows = Math.min(summary?.finishedRows ?? 0, rowCount);
  const failedRows = Math.min(summary?.failedRows ?? 0, rowCount - finishedRows);
  const isSettled = finishedRows + failedRows >= rowCount;
  const settled = failedRows > 0 ? 'incomplete' : 'complete';
  const status = isSettled ? settled : 'stopped';
  const { runId, usage, spent } = checkpoint;
  const isFromLink = status === 'stopped' && isSharedTaste(checkpoint);
  return {
    ...idleRun,
    runId,
    status,
    rowCount,
    finishedRows,
    failedRows,
    usage,
    spent,
    isFromLink,
  };
}

/** Rows that came with a link are a run for which nothing was asked, and do not say which model wrote them. */
function isSharedTaste({ usage, rows }: Checkpoint): boolean {
  const told = Object.values(rows).flat();
  return usage.length === 0 && told.length > 0 && told.every(({ model }) => model === undefined);
}
