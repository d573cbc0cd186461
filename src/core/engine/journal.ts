/**
 * The journal of a run: append-only records whose fold is the state of the run. Counters are never
 * stored, so they cannot disagree with the rows.
 */
import type { ErrorReport } from '#core/base/error-report.ts';
import type { JsonObject } from '#core/base/json.ts';
import type { Usage } from '#core/llm/language-model.ts';
import type { Spend } from './cost-cap.ts';
import type { AcceptedRow, RowCells, TakenBackRow } from './dataset-port.ts';

export const journalVersion = 1;

export type JournalRecord =
  | {
      readonly kind: 'run';
      readonly version: number;
      readonly runId: string;
      /** The whole design as it was when the run began: plain JSON without keys. */
      readonly design: JsonObject;
      readonly rowCount: number;
      readonly startedAtMs: number;
    }
  /** The run goes on after a stop, perhaps with more rows. */
  | { readonly kind: 'resume'; readonly rowCount: number; readonly startedAtMs: number }
  /** Durable before the request leaves: an intent without an end may have been charged. */
  | {
      readonly kind: 'intent';
      readonly requestId: string;
      readonly callId: string;
      readonly rows: readonly number[];
      readonly attempt: number;
      /** Provider id and model name. */
      readonly provider: string;
      readonly model: string;
      /** When it was written; absent in journals of older releases. */
      readonly atMs?: number;
    }
  /** The most the request may cost; durable before it leaves. Written under a cap only. */
  | {
      readonly kind: 'reserve';
      readonly requestId: string;
      readonly tokens: number;
      readonly costUsd?: number | undefined;
    }
  | {
      readonly kind: 'slice';
      readonly requestId: string;
      readonly callId: string;
      readonly rows: readonly AcceptedRow[];
    }
  | {
      readonly kind: 'reject';
      readonly requestId: string;
      readonly row: number;
      readonly reasons: readonly string[];
    }
  | {
      readonly kind: 'end';
      readonly requestId: string;
      readonly usage: Usage;
      readonly durationMs: number;
      readonly error?: ErrorReport;
      /** What it counts under a cap; what was set aside where the provider did not say. */
      readonly spent?: Spend | undefined;
      /** It never left: a stop or the cap on spending came before. */
      readonly isUnsent?: true;
    }
  | {
      readonly kind: 'fail';
      readonly callId: string;
      readonly rows: readonly number[];
      readonly reason: string;
    }
  /** These cells hold something and are written again: the next slice that has them replaces them. */
  | {
      readonly kind: 'again';
      readonly callId: string;
      readonly cells: readonly RowCells[];
      /** A judge has asked for it, which counts against the rubric's cap; a person begins the count anew. */
      readonly byJudge?: true;
      /** Nobody has: the cells are out of date. */
      readonly isOutdated?: true;
    }
  /** Cells as they are to be whatever was written before: a rewriting was taken back. */
  | { readonly kind: 'put-back'; readonly callId: string; readonly rows: readonly TakenBackRow[] };

/** One run's journal, opened by its single writer. */
export interface RunJournal {
  /** Resolves when all records are durable, in order, all or none. Rejects with `StorageError`. */
  append(records: readonly JournalRecord[]): Promise<void>;
}

export type StorageErrorKind = 'quota' | 'blocked' | 'unavailable';

export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly kind: StorageErrorKind;

  constructor(kind: StorageErrorKind, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.kind = kind;
  }
}
