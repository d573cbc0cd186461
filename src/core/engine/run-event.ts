/** Everything a run tells: a closed union of plain data, safe to clone. */
import type { ErrorReport } from '#core/base/error-report.ts';
import type { ScoreStanding, Tries } from '#core/design/score-standing.ts';
import type { Usage } from '#core/llm/language-model.ts';
import type { Spend } from './cost-cap.ts';

export type RunEnd =
  /** Every row asked for is accepted. */
  | { readonly kind: 'complete' }
  /** `openRows`: the chosen cells are all written, and so many rows that were not chosen still miss something or are out of date. */
  | { readonly kind: 'stopped'; readonly openRows?: number }
  /** It cannot go on without the user: a refused key, no credit, a model that never complies, full storage. */
  | { readonly kind: 'paused'; readonly problem: ErrorReport }
  /** All work is done but some rows failed. */
  | { readonly kind: 'incomplete'; readonly failedRows: number };

/** What judges have made of a run. */
export interface JudgeSummary extends ScoreStanding {
  /** Rows that this part of the run has written again at least once. */
  readonly rewrittenRows: number;
}

export type RunEvent =
  | {
      readonly kind: 'run-started';
      readonly runId: string;
      readonly rowCount: number;
      /** Rows that were finished before, by an earlier part of this run. */
      readonly finishedRows: number;
      /** Requests that may be in flight at once. */
      readonly concurrency: number;
      /** Why that is less than the user asked for. */
      readonly laneNote?: string | undefined;
    }
  /** How many requests are in flight, and how many the endpoints may have now. */
  | { readonly kind: 'lanes-changed'; readonly inFlight: number; readonly allowed: number }
  /** What the run has spent, earlier parts included; what is set aside for requests in flight is not. */
  | { readonly kind: 'spend-changed'; readonly spent: Spend }
  | {
      readonly kind: 'request-started';
      readonly requestId: string;
      readonly callId: string;
      readonly rows: readonly number[];
      readonly attempt: number;
      readonly atMs: number;
    }
  /** An answer has begun to name these rows; nothing is accepted yet. */
  | { readonly kind: 'rows-streamed'; readonly requestId: string; readonly rows: readonly number[] }
  /** Durable and stored. `finishedRows` counts rows of which every call is done. */
  | {
      readonly kind: 'rows-committed';
      readonly callId: string;
      readonly rows: readonly number[];
      readonly finishedRows: number;
    }
  | {
      readonly kind: 'row-rejected';
      readonly requestId: string;
      readonly row: number;
      readonly reasons: readonly string[];
    }
  | {
      readonly kind: 'rows-failed';
      readonly callId: string;
      readonly rows: readonly number[];
      readonly reason: string;
    }
  | {
      readonly kind: 'request-ended';
      readonly requestId: string;
      readonly usage: Usage;
      readonly durationMs: number;
      readonly acceptedRows: number;
      readonly error?: ErrorReport;
      readonly atMs: number;
    }
  /** The provider asked to wait, or the connection failed: the next attempt begins in `waitMs`. */
  | {
      readonly kind: 'run-throttled';
      readonly waitMs: number;
      /** Nothing is sent to the endpoint meanwhile; otherwise one request waits beside others. */
      readonly isForAll?: boolean;
      readonly reason: string;
      readonly concurrency: number;
    }
  /** Nothing more is sent to one of several endpoints; calls of the others go on. */
  | { readonly kind: 'endpoint-paused'; readonly problem: ErrorReport }
  /** All rows are there; those that judges scored too low are written again, for this number of times. */
  | {
      readonly kind: 'round-started';
      readonly round: number;
      readonly rows: number;
      /** Before this round; undefined where no judge caps the tries of the whole run. */
      readonly tries?: Tries | undefined;
    }
  | {
      readonly kind: 'run-ended';
      readonly end: RunEnd;
      /** Absent where no judge asks for a least score. */
      readonly judged?: JudgeSummary | undefined;
      readonly finishedRows: number;
      readonly failedRows: number;
      readonly durationMs: number;
    };
