/**
 * What the page may ask of the engine worker: the only worker that holds keys and speaks to other
 * hosts. No message returns a key.
 */
import type { ErrorReport } from '#core/base/error-report.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import type { AcceptedRow } from '#core/engine/dataset-port.ts';
import type { Checkpoint } from '#core/engine/checkpoint.ts';
import type { RunEvent } from '#core/engine/run-event.ts';
import type { Usage } from '#core/llm/language-model.ts';
import type { RowTask } from '#core/llm/row-task.ts';
import type { CellSelection } from '#core/rows/cell-selection.ts';

/** How one alias reaches its model. Settings of this user, except provider and model, which the design names. */
export interface Connection {
  readonly alias: string;
  readonly provider: string;
  readonly model: string;
  /** Where requests go; checked again in the worker. */
  readonly baseUrl: string;
  readonly concurrency: number;
  readonly temperature?: number | undefined;
  readonly topP?: number | undefined;
  readonly maxTokens?: number | undefined;
}

export interface StartRun {
  readonly runId: string;
  /** The document whose run this is; the newest run of a document is shown after a reload. */
  readonly documentId: string;
  readonly design: DatasetDesign;
  readonly rowCount: number;
  readonly connections: readonly Connection[];
  /** Goes on with the run of that id instead of beginning one. */
  readonly resume: boolean;
  /** Keeps the newest older run of the document, so that its rows can come back. */
  readonly keepsOlder: boolean;
  /** Takes the run away from another tab. */
  readonly steal: boolean;
  /** Only these cells; all that are open when absent. */
  readonly selection?: CellSelection | undefined;
}

/** Why a run does not go on here: one tab writes it at a time. */
export const runLocked: ErrorReport = {
  name: 'RunLocked',
  kind: 'locked',
  message: 'This run is open in another tab. Continue there, or continue here.',
};

export type StartAnswer =
  | { readonly kind: 'started' }
  /** Another tab writes this run. */
  | { readonly kind: 'locked' };

export interface ConnectionReport {
  readonly ok: boolean;
  readonly origin: string;
  readonly firstRowMs?: number;
  readonly totalMs?: number;
  readonly usage?: Usage;
  /** True when the answer came in the fixed schema. */
  readonly isStructured?: boolean;
  readonly problem?: ErrorReport;
}

export interface EngineMethods {
  /** Keeps a key for one origin; answers with what is wrong with it, or nothing. */
  storeKey(argument: {
    readonly origin: string;
    readonly key: string;
  }): Promise<string | undefined>;
  forgetKey(argument: { readonly origin: string }): Promise<void>;
  /** Which of these origins have a key. */
  keyedOrigins(argument: { readonly origins: readonly string[] }): Promise<readonly string[]>;
  /** Custom origins that the user set up here. Requests to any other custom origin are refused. */
  trustOrigins(argument: { readonly origins: readonly string[] }): Promise<void>;
  testConnection(argument: {
    readonly connection: Connection;
    /** The first row's task; a design without calls is tested with a row of one word. */
    readonly task?: RowTask;
  }): Promise<ConnectionReport>;
  listModels(argument: { readonly connection: Connection }): Promise<readonly string[]>;
  startRun(argument: StartRun): Promise<StartAnswer>;
  /** Aborts what is in flight; resolves when the run has ended and everything accepted is durable. */
  stopRun(argument: Record<string, never>): Promise<void>;
  /** The newest run of a document, folded from its journal. */
  loadRun(argument: { readonly documentId: string }): Promise<Checkpoint | undefined>;
  /** Forgets a run of which nothing is wanted; the one before it is then the newest again. */
  discardRun(argument: { readonly runId: string }): Promise<void>;
  /** Gives a document the rows of another one's newest run, as a run of its own. */
  copyRun(argument: { readonly from: string; readonly to: string }): Promise<void>;
  /** Writes cells that were taken back into the journal of their run, by call id. */
  putBack(argument: {
    readonly runId: string;
    readonly documentId: string;
    readonly rows: Readonly<Record<string, readonly AcceptedRow[]>>;
  }): Promise<void>;
  connectDataset(argument: { readonly port: MessagePort }): Promise<void>;
}

/** Run events, at most one message per 50 ms. */
export interface EngineNotice {
  readonly kind: 'events';
  readonly runId: string;
  readonly events: readonly RunEvent[];
}
