import { isJsonObject } from '#core/base/json.ts';
import type { Checkpoint } from '#core/engine/checkpoint.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { mostTries, triesMade, type ScoreCounts } from '#core/design/score-standing.ts';
import { idleRun, type RunState } from './run-store.ts';

interface StoredSummary {
  readonly finishedRows: number;
  readonly failedRows: number;
  readonly scores?: ScoreCounts | undefined;
}

/** A stored run as it looked when it ended, as far as the rows on screen tell. */
export function storedRun(
  checkpoint: Checkpoint,
  design: DatasetDesign,
  { summary }: { readonly summary?: StoredSummary | undefined },
): RunState {
  const rowCount = Math.min(checkpoint.rowCount, design.rows);
  const finishedRows = Math.min(summary?.finishedRows ?? 0, rowCount);
  const failedRows = Math.min(summary?.failedRows ?? 0, rowCount - finishedRows);
  const isSettled = finishedRows + failedRows >= rowCount;
  const settled = failedRows > 0 ? 'incomplete' : 'complete';
  // What was added to the design since is no part of that run, and not what it would go on with.
  const hasEnded = isSettled || wroteAll(checkpoint);
  const status = hasEnded ? settled : 'stopped';
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
    judged: judgedBefore(design, { checkpoint, rowCount, scores: summary?.scores }),
  };
}

/** Whether every call of the design, as it was then, has written all rows; false where rules skip some of them. */
function wroteAll({ design, rows, rowCount }: Checkpoint): boolean {
  const calls = Array.isArray(design.calls) ? design.calls.filter(isJsonObject) : [];
  const written = calls.map(({ id }) => (typeof id === 'string' ? rows[id]?.length : 0) ?? 0);
  return rowCount > 0 && calls.length > 0 && written.every((count) => count >= rowCount);
}

/** Rows that came with a link are a run for which nothing was asked, and do not say which model wrote them. */
function isSharedTaste({ usage, rows }: Checkpoint): boolean {
  const told = Object.values(rows).flat();
  return usage.length === 0 && told.length > 0 && told.every(({ model }) => model === undefined);
}

/** Which rows a cap for each row has ended is not told again; the cap of all tries is. */
function judgedBefore(
  { calls, rows }: DatasetDesign,
  { checkpoint, rowCount, scores }: JudgedBefore,
): RunState['judged'] {
  if (scores === undefined) return undefined;
  const standing = { ...scores, cappedRows: 0, heldRows: 0, rewrittenRows: 0 };
  const most = calls.flatMap(({ output }) =>
    output.kind === 'judge' ? (mostTries(output, { rowCount, designRows: rows }) ?? []) : [],
  );
  if (most.length === 0) return standing;
  const { rewritten } = checkpoint;
  const tries = { made: triesMade({ rowCount, rewritten }), most: Math.max(...most) };
  return { ...standing, tries, cappedRows: tries.made < tries.most ? 0 : scores.lowRows };
}

interface JudgedBefore {
  readonly checkpoint: Pick<Checkpoint, 'rewritten'>;
  readonly rowCount: number;
  readonly scores: ScoreCounts | undefined;
}
