/**
 * Folds the journal of a run into its state. The fold is tolerant: what it cannot read it skips and
 * counts, so that a journal with holes or from a newer release still gives back every row it holds.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '#core/base/json.ts';
import type { Usage } from '#core/llm/language-model.ts';
import { addSpend, noSpend, type Spend } from './cost-cap.ts';
import type { AcceptedRow } from './dataset-port.ts';
import type { Dataset } from './dataset.ts';
import { isAcceptedRow, isAmount, isCount, isName, isRowList, textOf } from './journal-guards.ts';
import { createRewriteTally, type RewriteTally } from './judge/rewrite-tally.ts';
import {
  tallyEnded,
  tallySent,
  type AskedModel,
  type EndedRequest,
  type UsageTally,
} from './usage-tally.ts';

export interface OpenIntent extends AskedModel {
  readonly requestId: string;
  readonly rows: readonly number[];
}

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
  /** Records that could not be read. */
  readonly skippedRecords: number;
}

interface Fold {
  runId: string;
  design: JsonObject;
  rowCount: number;
  startedAtMs: number;
  readonly rows: Map<string, Map<number, AcceptedRow>>;
  readonly intents: Map<string, OpenIntent>;
  /** Requests whose intent has been read: a journal put together from two copies may repeat it. */
  readonly sent: Set<string>;
  readonly failed: Map<string, Map<number, string>>;
  /** By request: what was set aside, until the end says what it cost. */
  readonly reserves: Map<string, Spend>;
  spent: Spend;
  usage: readonly UsageTally[];
  /** Cells that the next slice may replace: column ids by row by call. */
  readonly reopened: Map<string, Map<number, ReadonlySet<string>>>;
  readonly rewritten: RewriteTally;
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
    skippedRecords,
  };
}

/** Distinct rows of which a model has written any part. */
export function countRows({ rows }: Pick<Checkpoint, 'rows'>): number {
  const all = Object.values(rows).flatMap((accepted) => accepted.map(({ row }) => row));
  return new Set(all).size;
}

/**
 * Puts the accepted rows of a checkpoint back into a dataset that holds its rows, then its failures.
 * What belongs to calls that the design no longer has, or to rows beyond the dataset's end, is left
 * out. How many rows were asked for last does not matter: a preview after a run keeps the run's rows.
 */
export function resumeDataset(dataset: ResumedDataset, checkpoint: Checkpoint): void {
  const known = new Set(dataset.design.calls.map(({ id }) => id));
  const { rowCount } = dataset.store;
  for (const [callId, rows] of Object.entries(checkpoint.rows))
    if (known.has(callId)) dataset.restoreAccepted(callId, rows);
  for (const { callId, row, reason } of checkpoint.failed)
    if (known.has(callId) && row < rowCount) dataset.fail(callId, [row], reason);
}

/** What resuming does to a dataset. */
export type ResumedDataset = Pick<Dataset, 'design' | 'restoreAccepted' | 'fail'> & {
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

function foldIntent(fold: Fold, record: JsonObject): boolean {
  const { requestId, callId, rows } = record;
  if (!isName(requestId) || !isName(callId) || !isRowList(rows)) return false;
  if (fold.sent.has(requestId)) return true;
  fold.sent.add(requestId);
  fold.rewritten.sent(callId, rows);
  const provider = textOf(record.provider);
  const model = textOf(record.model);
  const intent = { requestId, callId, rows, provider, model };
  fold.intents.set(requestId, intent);
  fold.usage = tallySent(fold.usage, intent, rows.length);
  return true;
}

function foldReserve(fold: Fold, record: JsonObject): boolean {
  const spend = readSpend(record);
  if (!isName(record.requestId) || spend === undefined) return false;
  // Told once more, in a journal put together from two copies.
  if (fold.sent.has(record.requestId) && !fold.intents.has(record.requestId)) return true;
  fold.reserves.set(record.requestId, spend);
  return true;
}

function readSpend(value: unknown): Spend | undefined {
  if (!isJsonObject(value) || !isCount(value.tokens)) return undefined;
  const { tokens, costUsd } = value;
  return isAmount(costUsd) ? { tokens, costUsd } : { tokens };
}

function foldSlice(fold: Fold, record: JsonObject): boolean {
  const { callId, rows } = record;
  if (!isName(callId) || !Array.isArray(rows)) return false;
  const kept = entryOf(fold.rows, callId);
  const reopened = fold.reopened.get(callId);
  const failed = fold.failed.get(callId);
  let isWhole = true;
  for (const item of rows as readonly unknown[]) {
    if (!isAcceptedRow(item)) {
      isWhole = false;
      continue;
    }
    kept.set(item.row, mergeRow(kept.get(item.row), item, reopened?.get(item.row)));
    reopened?.delete(item.row);
    failed?.delete(item.row);
  }
  return isWhole;
}

/** What is there stays, except cells that are written again. */
function mergeRow(
  before: AcceptedRow | undefined,
  next: AcceptedRow,
  reopened: ReadonlySet<string> | undefined,
): AcceptedRow {
  if (before === undefined) return next;
  const fresh = Object.entries(next.cells).filter(
    ([id]) => !Object.hasOwn(before.cells, id) || reopened?.has(id) === true,
  );
  if (fresh.length === 0) return before;
  const cells = { ...before.cells, ...Object.fromEntries(fresh) };
  return { ...before, ...next, cells };
}

function foldAgain(fold: Fold, record: JsonObject): boolean {
  const { callId, cells, byJudge, isOutdated } = record;
  const unasked = isOutdated === true ? undefined : 'person';
  const by = byJudge === true ? 'judge' : unasked;
  if (!isName(callId) || !Array.isArray(cells)) return false;
  const reopened = entryOf(fold.reopened, callId);
  let isWhole = true;
  for (const item of cells as readonly unknown[]) {
    const isRead = isJsonObject(item) && isCount(item.row) && Array.isArray(item.columnIds);
    if (!isRead) {
      isWhole = false;
      continue;
    }
    const row = item.row as number;
    reopened.set(row, new Set((item.columnIds as unknown[]).filter(isName)));
    fold.rewritten.open(callId, row, by);
  }
  return isWhole;
}

function foldPutBack(fold: Fold, record: JsonObject): boolean {
  const { callId, rows } = record;
  if (!isName(callId) || !Array.isArray(rows)) return false;
  const kept = entryOf(fold.rows, callId);
  const accepted = (rows as readonly unknown[]).filter(isAcceptedRow);
  for (const row of accepted) {
    const merged = mergeRow(kept.get(row.row), row, new Set(Object.keys(row.cells)));
    kept.set(row.row, merged);
    if ('emptied' in row) emptyCells(fold, callId, { merged, emptied: row.emptied });
  }
  return accepted.length === rows.length;
}

/** `emptied` is as it was read: anything. */
function emptyCells(
  fold: Fold,
  callId: string,
  { merged, emptied }: { readonly merged: AcceptedRow; readonly emptied: unknown },
): void {
  if (!isJsonObject(emptied) || !Array.isArray(emptied.columnIds)) return;
  const { row } = merged;
  const gone = new Set<unknown>(emptied.columnIds);
  const left = Object.entries(merged.cells).filter(([id]) => !gone.has(id));
  const kept = entryOf(fold.rows, callId);
  if (left.length === 0) kept.delete(row);
  else kept.set(row, { ...merged, cells: Object.fromEntries(left) });
  if (typeof emptied.reason === 'string') entryOf(fold.failed, callId).set(row, emptied.reason);
}

function foldEnd(fold: Fold, record: JsonObject): boolean {
  const { requestId, usage, durationMs, error } = record;
  if (!isName(requestId)) return false;
  const intent = fold.intents.get(requestId);
  // An end without an intent says nothing about who was asked.
  if (intent === undefined) return true;
  fold.intents.delete(requestId);
  if (record.isUnsent === true) fold.rewritten.unsent(intent.callId, intent.rows);
  const told = restoreUsage(usage);
  fold.usage = tallyEnded(fold.usage, {
    ...intent,
    rowCount: intent.rows.length,
    usage: told,
    durationMs: typeof durationMs === 'number' && durationMs > 0 ? durationMs : 0,
    error: isJsonObject(error) ? restoreFault(error) : undefined,
  });
  fold.reserves.delete(requestId);
  // Journals of older releases tell the tokens only.
  const tokens = (told.inputTokens ?? 0) + (told.outputTokens ?? 0);
  fold.spent = addSpend(fold.spent, readSpend(record.spent) ?? { tokens });
  return true;
}

function foldFailure(fold: Fold, record: JsonObject): boolean {
  const { callId, rows, reason } = record;
  if (!isName(callId) || !isRowList(rows) || typeof reason !== 'string') return false;
  const accepted = fold.rows.get(callId);
  const failed = entryOf(fold.failed, callId);
  for (const row of rows) if (accepted?.has(row) !== true) failed.set(row, reason);
  return true;
}

function failedRows(fold: Fold): readonly FailedRow[] {
  return [...fold.failed].flatMap(([callId, rows]) =>
    [...rows].map(([row, reason]) => ({ callId, row, reason })),
  );
}

function entryOf<Value>(maps: Map<string, Map<number, Value>>, callId: string): Map<number, Value> {
  const existing = maps.get(callId);
  if (existing !== undefined) return existing;
  const created = new Map<number, Value>();
  maps.set(callId, created);
  return created;
}

function restoreUsage(usage: JsonValue | undefined): Usage {
  if (!isJsonObject(usage)) return {};
  const { inputTokens, outputTokens } = usage;
  return {
    inputTokens: isCount(inputTokens) ? inputTokens : undefined,
    outputTokens: isCount(outputTokens) ? outputTokens : undefined,
  };
}

function restoreFault({ kind, status }: JsonObject): EndedRequest['error'] {
  return {
    ...(typeof kind === 'string' ? { kind } : {}),
    ...(typeof status === 'number' ? { status } : {}),
  };
}
