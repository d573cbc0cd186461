/**
 * Folds the journal of a run into its state. The fold is tolerant: what it cannot read it skips and
 * counts, so that a journal with holes or from a newer release still gives back every row it holds.
 */
import { isForbiddenKey, isJsonObject, type JsonObject } from '#core/base/json.ts';
import type { AcceptedRow } from './dataset-port.ts';
import type { Dataset } from './dataset.ts';

export interface OpenIntent {
  readonly requestId: string;
  readonly callId: string;
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
  /** Tokens of all ended requests, as far as their providers told. */
  readonly usage: { readonly inputTokens: number; readonly outputTokens: number };
  /** Requests that were sent, with those that never ended. */
  readonly requests: number;
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
  readonly failed: Map<string, Map<number, string>>;
  /** Cells that the next slice may replace: column ids by row by call. */
  readonly reopened: Map<string, Map<number, ReadonlySet<string>>>;
  inputTokens: number;
  outputTokens: number;
  requests: number;
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
    failed: new Map(),
    reopened: new Map(),
    inputTokens: 0,
    outputTokens: 0,
    requests: 0,
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
    usage: { inputTokens: fold.inputTokens, outputTokens: fold.outputTokens },
    requests: fold.requests,
    skippedRecords,
  };
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
  fold.intents.set(requestId, { requestId, callId, rows });
  fold.requests += 1;
  return true;
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
  const { callId, cells } = record;
  if (!isName(callId) || !Array.isArray(cells)) return false;
  const reopened = entryOf(fold.reopened, callId);
  let isWhole = true;
  for (const item of cells as readonly unknown[]) {
    const isRead = isJsonObject(item) && isCount(item.row) && Array.isArray(item.columnIds);
    if (isRead)
      reopened.set(item.row as number, new Set((item.columnIds as unknown[]).filter(isName)));
    else isWhole = false;
  }
  return isWhole;
}

function foldPutBack(fold: Fold, record: JsonObject): boolean {
  const { callId, rows } = record;
  if (!isName(callId) || !Array.isArray(rows)) return false;
  const columnIds = (row: AcceptedRow) => new Set(Object.keys(row.cells));
  const kept = entryOf(fold.rows, callId);
  const accepted = (rows as readonly unknown[]).filter(isAcceptedRow);
  for (const row of accepted) kept.set(row.row, mergeRow(kept.get(row.row), row, columnIds(row)));
  return accepted.length === rows.length;
}

function foldEnd(fold: Fold, record: JsonObject): boolean {
  const { requestId, usage } = record;
  if (!isName(requestId)) return false;
  fold.intents.delete(requestId);
  if (!isJsonObject(usage)) return true;
  if (isCount(usage.inputTokens)) fold.inputTokens += usage.inputTokens;
  if (isCount(usage.outputTokens)) fold.outputTokens += usage.outputTokens;
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

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && !isForbiddenKey(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isRowList(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every(isCount);
}

function isAcceptedRow(value: unknown): value is AcceptedRow {
  return isJsonObject(value) && isCount(value.row) && isJsonObject(value.cells);
}
