/** The dataset port spread over two workers: the methods of `DatasetPort`, each with one argument. */
import type {
  AcceptedRow,
  DatasetPort,
  JudgedRows,
  JudgeOptions,
  OfferedRow,
  PrepareOptions,
  RunPlan,
  Verdict,
} from '#core/engine/dataset-port.ts';
import type { RowTask } from '#core/llm/row-task.ts';
import type { CellSelection } from '#core/rows/cell-selection.ts';

interface CallRows {
  readonly callId: string;
  readonly rows: readonly number[];
}

interface WrittenRows {
  readonly callId: string;
  readonly rows: readonly AcceptedRow[];
}

export interface DatasetService {
  plan(argument: {
    readonly rowCount: number;
    readonly selection?: CellSelection | undefined;
  }): Promise<RunPlan>;
  judge(argument: JudgeOptions): Promise<JudgedRows>;
  prepare(argument: PrepareOptions): Promise<RowTask>;
  giveBack(argument: CallRows): Promise<void>;
  markWaiting(argument: CallRows): Promise<void>;
  offer(argument: {
    readonly callId: string;
    readonly rows: readonly OfferedRow[];
  }): Promise<readonly Verdict[]>;
  commit(argument: WrittenRows): Promise<void>;
  restore(argument: WrittenRows): Promise<void>;
  fail(argument: CallRows & { readonly reason: string }): Promise<void>;
  accepted(
    argument: Record<string, never>,
  ): Promise<Readonly<Record<string, readonly AcceptedRow[]>>>;
  release(argument: CallRows): Promise<void>;
}

/** The engine's end. */
export function datasetPortOf(call: DatasetService): DatasetPort {
  return {
    plan: (rowCount, selection) => call.plan({ rowCount, selection }),
    judge: (options) => call.judge(options),
    prepare: (options) => call.prepare(options),
    giveBack: (callId, rows) => call.giveBack({ callId, rows }),
    markWaiting: (callId, rows) => call.markWaiting({ callId, rows }),
    offer: (callId, rows) => call.offer({ callId, rows }),
    commit: (callId, rows) => call.commit({ callId, rows }),
    restore: (callId, rows) => call.restore({ callId, rows }),
    fail: (callId, rows, reason) => call.fail({ callId, rows, reason }),
    accepted: () => call.accepted({}),
    release: (callId, rows) => call.release({ callId, rows }),
  };
}

/** The evaluator's end. */
export function datasetServiceOf(dataset: () => DatasetPort): DatasetService {
  return {
    plan: ({ rowCount, selection }) => dataset().plan(rowCount, selection),
    judge: (options) => dataset().judge(options),
    prepare: (options) => dataset().prepare(options),
    giveBack: ({ callId, rows }) => dataset().giveBack(callId, rows),
    markWaiting: ({ callId, rows }) => dataset().markWaiting(callId, rows),
    offer: ({ callId, rows }) => dataset().offer(callId, rows),
    commit: ({ callId, rows }) => dataset().commit(callId, rows),
    restore: ({ callId, rows }) => dataset().restore(callId, rows),
    fail: ({ callId, rows, reason }) => dataset().fail(callId, rows, reason),
    accepted: () => dataset().accepted(),
    release: ({ callId, rows }) => dataset().release(callId, rows),
  };
}
