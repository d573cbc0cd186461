/**
 * The dataset as a run sees it: what to ask, whether an answer is acceptable, and what is kept. In
 * the browser it lives in another worker than the run, so every method is asynchronous and every
 * argument is plain data.
 */
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import type { ScoreStanding } from '#core/design/score-standing.ts';
import type { CellSelection } from '#core/rows/cell-selection.ts';
import type { RowTask } from '#core/llm/row-task.ts';

export interface PlannedCall {
  readonly callId: string;
  /** The model alias. */
  readonly alias: string;
  readonly rowsPerRequest: number;
  /** Calls whose columns this call reads; a row is ready when all of them are done for it. */
  readonly dependsOn: readonly string[];
  /** Rows still to be asked for, ascending. Rows that are done, skipped or locked are not among them. */
  readonly pending: readonly number[];
  /** Of those rows the cells that hold something, which is to be replaced. */
  readonly again?: readonly RowCells[] | undefined;
}

export interface RowCells {
  readonly row: number;
  readonly columnIds: readonly string[];
}

export interface RunPlan {
  readonly rowCount: number;
  /** In an order in which every call comes after those it depends on. Empty when nothing needs a model. */
  readonly calls: readonly PlannedCall[];
  /** Rows that miss something and are not part of this run; absent when every open row is. */
  readonly outside?: { readonly open: number; readonly failed: number } | undefined;
}

export interface PrepareOptions {
  readonly callId: string;
  readonly rows: readonly number[];
  readonly attempt: number;
  /** Reasons by row for rows that are asked for again. */
  readonly corrections: Readonly<Record<number, readonly string[]>>;
}

export interface OfferedRow {
  readonly row: number;
  /** By field name, as the model answered. */
  readonly values: Readonly<Record<string, JsonValue>>;
}

export type Verdict =
  | {
      readonly kind: 'accepted';
      readonly row: number;
      /** By column id, after coercion. */ readonly cells: JsonObject;
    }
  | {
      readonly kind: 'rejected';
      readonly row: number;
      readonly reasons: readonly string[];
      /** No answer can mend it: the row fails at once. */
      readonly isFinal?: boolean;
      /** It breaks no rule about itself: it only repeats what is there. */
      readonly isRepeat?: boolean;
    };

export interface AcceptedRow {
  readonly row: number;
  /** By column id. */
  readonly cells: JsonObject;
  /** Id of the provider whose model wrote it, such as `demo`. */
  readonly madeBy?: string | undefined;
  /** The model's name, and the request in whose answer the newest of the cells stood. */
  readonly model?: string | undefined;
  readonly requestId?: string | undefined;
}

/** Cells of a row as they are to be once a rewriting was taken back. */
export interface TakenBackRow extends AcceptedRow {
  /** Cells that hold nothing again, and why where they had failed. */
  readonly emptied?: { readonly columnIds: readonly string[]; readonly reason?: string };
}

export interface JudgeOptions {
  readonly rowCount: number;
  /** How often judges have had rows written again so far in the whole run, by row; absent rows never. */
  readonly rewritten: Readonly<Record<number, number>>;
  /** Names the rewriting of this round. */
  readonly id: string;
  /** Only these rows; all when absent. */
  readonly rows?: readonly number[] | undefined;
}

export interface JudgedRows {
  /** Where the rows stand now; undefined where no judge asks for a least score. */
  readonly standing?: ScoreStanding | undefined;
  /** What is to be written again; undefined when nothing may be. */
  readonly plan?: RunPlan | undefined;
}

export interface DatasetPort {
  /** Plans rows [0, rowCount) of a run that begins: all open cells, or those of the selection. */
  plan(rowCount: number, selection?: CellSelection): Promise<RunPlan>;
  /** Begins the next round of rows that judges scored too low. */
  judge(options: JudgeOptions): Promise<JudgedRows>;
  /** Everything a request for these rows says, which leaves now. Later requests count on what it is told. */
  prepare(options: PrepareOptions): Promise<RowTask>;
  /** The request for these rows has ended without them: nothing is to be expected of it any more. */
  giveBack(callId: string, rows: readonly number[]): Promise<void>;
  /** Marks rows as waiting for a model, so that screens can show it. */
  markWaiting(callId: string, rows: readonly number[]): Promise<void>;
  /**
   * Checks answered rows by type, rule, uniqueness. Accepted rows reserve their unique values at
   * once, so that two requests cannot both be given the same one; nothing is stored yet.
   */
  offer(callId: string, rows: readonly OfferedRow[]): Promise<readonly Verdict[]>;
  /** Stores accepted rows and derives what depends on them. Called only after they are durable. */
  commit(callId: string, rows: readonly AcceptedRow[]): Promise<void>;
  /** Takes rows from a journal that another writer has written, as they are. Rows beyond the end are left out. */
  restore(callId: string, rows: readonly AcceptedRow[]): Promise<void>;
  /** Marks the call's cells of these rows as failed. */
  fail(callId: string, rows: readonly number[], reason: string): Promise<void>;
  /** What models have written so far, by call id: what a run that follows another one carries over. */
  accepted(): Promise<Readonly<Record<string, readonly AcceptedRow[]>>>;
  /** Takes waiting marks back, after a stop. */
  release(callId: string, rows: readonly number[]): Promise<void>;
}
