/**
 * Folds the journal of a run into its state. The fold is tolerant: what it cannot read it skips and
 * counts, so that a journal with holes or from a newer release still gives back every row it holds.
 */
import { isJsonObject, type JsonObject } from '#core/base/json.ts';
import { addSpend, noSpend, type Spend } from './cost-cap.ts';
import type { AcceptedRow } from './dataset-port.ts';
import type { Dataset } from './dataset.ts';
import { foldEnd, foldIntent, foldReserve } from './fold-requests.ts';
import { foldAgain, foldFailure, foldPutBack, foldSlice } from './fold-rows.ts';
import type { Fold, OpenIntent } from './journal-fold.ts';
import { isCount, isName } from './journal-guards.ts';
import { createRewriteTally } from './judge/rewrite-tally.ts';
import type { UsageTally } from './usage-tally.ts';
import { createWrittenForTally, type WrittenFor } from './written-for.ts';

export interface FailedRow {
  readonly callId: string;
  readonly row: number;
  readonly reason: string;
}

/** The state of a run as far as its journal is durable. Plain data, safe to clone. */
export interface Checkpoint {
  /** Empty when the journal holds no readable beginning. */
  readonly runId: string;
  /** The design as it was when the run began; empty when the journal holds no readable beginning. */
  readonly design: JsonObject;
  /** Rows asked for, as the run or its last resumption said. */
  readonly rowCount: number;
  readonly startedAtMs: number;
  /** Accepted rows by call id, ascending, each row once. */
  readonly rows: Readonly<Record<string, readonly AcceptedRow[]>>;
  /** Requests that were sent but never ended: they may have been charged. */
  readonly openIntents: readonly OpenIntent[];
  /** Rows that failed and were not accepted later. */
  readonly failed: readonly FailedRow[];
  /** What all requests used, those of earlier parts of the run included. */
  readonly usage: readonly UsageTally[];
  /** What counts under a cap: what ended requests have cost, and what is set aside for those that never ended. */
  readonly spent: Spend;
  /** How often judges have had a row written again since a person last asked for it, by row. */
  readonly rewritten: Readonly<Record<number, number>>;
  /** Cells whose row was written again elsewhere since: those that read it are out of date. */
  readonly writtenFor: readonly WrittenFor[];
  /** Records that could not be read. */
  readonly skippedRecords: number;
}

/**
 * Folds records in the order they were written. Never throws. Records may be any JSON: the first
 * acceptance of a cell counts, later ones are ignored unless an `again` record came between.
 */
export function foldJournal(records: readonly unknown[]): Checkpoint {
  const fold: Fold = {
    runId: '',
    design: {},
    rowCount: 0,
    startedAtMs: 0,
    rows: new Map(),
    intents: new Map(),
    sent: new Set(),
    failed: new Map(),
    reserves: new Map(),
    spent: noSpend,
    usage: [],
    reopened: new Map(),
    rewritten: createRewriteTally(),
    writtenFor: createWrittenForTally(),
  };
  let skippedRecords = 0;
  for (const record of records) if (!foldRecord(fold, record)) skippedRecords += 1;
  return {
    runId: fold.runId,
    design: fold.design,
    rowCount: fold.rowCount,
    startedAtMs: fold.startedAtMs,
    rows: Object.fromEntries(
      [...fold.rows].map(([callId, rows]) => [
        callId,
        [...rows.values()].sort((a, b) => a.row - b.row),
      ]),
    ),
    openIntents: [...fold.intents.values()],
    failed: failedRows(fold),
    usage: fold.usage,
    spent: [...fold.reserves.values()].reduce(addSpend, fold.spent),
    rewritten: fold.rewritten.byRow(),
    writtenFor: fold.writtenFor.list(),
    skippedRecords,
  };
}

/** Distinct rows of which a model has written any part. */
export function countRows({ rows }: Pick<Checkpoint, 'rows'>): number {
  const all = Object.values(rows).flatMap((accepted) => accepted.map(({ row }) => row));
  return new Set(all).size;
}

/**
 * Puts the accepted rows of a checkpoint back into a dataset that holds its rows, those that are out of
 * date as such, then its failures.
 * What belongs to calls that the design no longer has, or to rows beyond the dataset's end, is left
 * out. How many rows were asked for last does not matter: a preview after a run keeps the run's rows.
 * What the rules of the design skip or leave null is in no journal and is found anew.
 */
export function resumeDataset(dataset: ResumedDataset, checkpoint: Checkpoint): void {
  const known = new Set(dataset.design.calls.map(({ id }) => id));
  const { rowCount } = dataset.store;
  for (const [callId, rows] of Object.entries(checkpoint.rows))
    if (known.has(callId)) dataset.restoreAccepted(callId, rows);
  dataset.restoreOutdated(checkpoint.writtenFor);
  for (const { callId, row, reason } of checkpoint.failed)
    if (known.has(callId) && row < rowCount) dataset.fail(callId, [row], reason);
  dataset.plan(rowCount);
}

/** What resuming does to a dataset. */
export type ResumedDataset = Pick<
  Dataset,
  'design' | 'restoreAccepted' | 'restoreOutdated' | 'fail' | 'plan'
> & {
  readonly store: Pick<Dataset['store'], 'rowCount'>;
};

/** Takes one record in; false when it is none that this release can read. */
function foldRecord(fold: Fold, record: unknown): boolean {
  if (!isJsonObject(record)) return false;
  switch (record.kind) {
    case 'run':
      return foldBeginning(fold, record);
    case 'resume':
      if (!isCount(record.rowCount)) return false;
      fold.rowCount = record.rowCount;
      return true;
    case 'intent':
      return foldIntent(fold, record);
    case 'reserve':
      return foldReserve(fold, record);
    case 'slice':
      return foldSlice(fold, record);
    case 'reject':
      return true;
    case 'end':
      return foldEnd(fold, record);
    case 'fail':
      return foldFailure(fold, record);
    case 'again':
      return foldAgain(fold, record);
    case 'put-back':
      return foldPutBack(fold, record);
    default:
      return false;
  }
}

function foldBeginning(fold: Fold, record: JsonObject): boolean {
  const { runId, design, rowCount, startedAtMs } = record;
  if (!isName(runId) || !isJsonObject(design) || !isCount(rowCount)) return false;
  fold.runId = runId;
  fold.design = design;
  fold.rowCount = rowCount;
  fold.startedAtMs = typeof startedAtMs === 'number' ? startedAtMs : 0;
  return true;
}

function failedRows(fold: Fold): readonly FailedRow[] {
  return [...fold.failed].flatMap(([callId, rows]) =>
    [...rows].map(([row, reason]) => ({ callId, row, reason })),
  );
}
