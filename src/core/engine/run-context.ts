/** What the parts of one run share: the host, the work that is left, and the ways to speak up. */
import type { ErrorReport } from '#core/base/error-report.ts';
import type { GroupCommit } from './group-commit.ts';
import type { RunEvent } from './run-event.ts';
import type { CostCap } from './cost-cap.ts';
import type { Endpoint, EndpointState } from './run-endpoints.ts';
import type { RunHost, RunOptions } from './run-host.ts';
import type { RunWork } from './run-work.ts';
import type { ProgressGuard } from './schedule/progress-guard.ts';

export interface RunContext {
  readonly host: RunHost;
  readonly options: RunOptions;
  readonly work: RunWork;
  readonly guard: ProgressGuard;
  readonly journal: GroupCommit;
  /** Aborted by a stop: requests in flight end at once. */
  readonly stop: AbortSignal;
  readonly costCap: CostCap;
  endpoint(alias: string): Endpoint;
  readonly emit: (event: RunEvent) => void;
  /** Sends what may be sent now. */
  pump(): void;
  /** Resolves at once while there is a network; else when it is back, after which one request goes first. */
  whenOnline(signal: AbortSignal): Promise<void>;
  /** Ends the run after the requests in flight, for a reason that only the user can remove. */
  pause(problem: ErrorReport): void;
  /** The same for the calls of one endpoint; calls of others go on. */
  pauseEndpoint(state: EndpointState, problem: ErrorReport): void;
}

/** Ends the attempts of rows that cannot be had: in the journal first, then in the dataset. */
export function failRows(context: RunContext, callId: string, failure: FailedRows): void {
  const { rows, reason } = failure;
  if (rows.length === 0) return;
  context.work.fail(callId, rows);
  context.journal.add({
    collect: () => [{ kind: 'fail', callId, rows, reason }],
    apply: async () => {
      await context.host.dataset.fail(callId, rows, reason);
      context.emit({ kind: 'rows-failed', callId, rows, reason });
    },
  });
}

export interface FailedRows {
  readonly rows: readonly number[];
  readonly reason: string;
}

export interface RejectedRow {
  readonly requestId: string;
  readonly callId: string;
  readonly row: number;
  readonly reasons: readonly string[];
}

/** Counts an attempt of a row and asks for it again, or fails it when its attempts are used up. */
export function rejectRow(context: RunContext, rejected: RejectedRow): void {
  const { requestId, callId, row, reasons } = rejected;
  const count = context.work.countAttempt(callId, row, reasons);
  context.journal.add({ collect: () => [{ kind: 'reject', requestId, row, reasons }] });
  context.emit({ kind: 'row-rejected', requestId, row, reasons });
  if (count < context.options.maxAttemptsPerRow) context.work.putBack(callId, [row]);
  else failRows(context, callId, { rows: [row], reason: reasons.join(' ') });
}
