/**
 * What the page may ask of the engine worker: the only worker that holds keys and speaks to other
 * hosts. No message returns a key.
 */
import type { ErrorReport } from '#core/base/error-report.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import type { SpendCap } from '#core/engine/cost-cap.ts';
import type { TakenBackRow } from '#core/engine/dataset-port.ts';
import type { JournalRecord } from '#core/engine/journal.ts';
import type { RunEvent } from '#core/engine/run-event.ts';
import type { JsonObject } from '#core/base/json.ts';
import type { StoredRequest } from '#core/engine/stored-requests.ts';
import type {
  ChatMessage,
  ModelParameters,
  ModelRequest,
  Usage,
} from '#core/llm/language-model.ts';
import type { Price } from '#core/llm/price/price.ts';
import type { AnsweredRow, RowTask } from '#core/llm/row-task.ts';
import type { CellSelection } from '#core/rows/cell-selection.ts';
import type { LinkRows } from '#core/codecs/link-rows.ts';
import type { RowsPage } from '#core/codecs/source-files/hugging-face-rows.ts';
import type { Result } from '#core/base/result.ts';
import type { AskReport } from './ask-model.ts';
import type { FetchDataset } from './fetch-dataset.ts';
import type { LoadedRun, LoadRun, RecoveredDesign } from './recover-run.ts';

/** How one alias reaches its model. Settings of this user, except provider and model, which the design names. */
export interface Connection {
  readonly alias: string;
  readonly provider: string;
  readonly model: string;
  /** Where requests go; checked again in the worker. */
  readonly baseUrl: string;
  readonly concurrency: number;
  /** Limits of the user's account; none where they are absent. */
  readonly requestsPerMinute?: number | undefined;
  readonly tokensPerMinute?: number | undefined;
  /** How often a request that failed on the way is sent again, where the design says so. */
  readonly maxRetries?: number | undefined;
  /** What the design says about how the model shall answer. */
  readonly parameters?: ModelParameters | undefined;
  /** What its tokens cost, as the page knows it; the cap on spending counts by it. */
  readonly price?: Price | undefined;
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
  /** The most the run may spend, its earlier parts included. */
  readonly cap?: SpendCap | undefined;
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
  /** As the model wrote them. */
  readonly rows?: readonly AnsweredRow[];
  /** True when the answer came in the fixed schema. */
  readonly isStructured?: boolean;
  /** What the model has refused and is no longer sent, such as `no temperature`. */
  readonly refusals?: readonly string[];
  readonly problem?: ErrorReport;
}

/** All that is remembered of one request. The prompt and the answer are gone after a reload. */
export interface RequestDetail {
  readonly requestId: string;
  readonly callId: string;
  readonly rows: readonly number[];
  readonly attempt: number;
  readonly alias: string;
  readonly provider: string;
  readonly model: string;
  readonly parameters: ModelParameters;
  readonly messages: readonly ChatMessage[];
  readonly schema?: JsonObject | undefined;
  /** The request as a command line; absent for a model that runs here. */
  readonly curl?: string;
  /** The raw answer so far. */
  readonly text: string;
  readonly isTextCut: boolean;
  /** The requests that make the answer, where it takes several: a text and its proof, turns of a conversation. */
  readonly parts: readonly RequestPart[];
  /** Rows that were read from the answer; without reasons they were accepted. */
  readonly read: readonly {
    readonly row: number;
    readonly values: JsonObject;
    readonly reasons: readonly string[];
  }[];
  /** Absent while the request is in flight, as are the next two. */
  readonly usage?: Usage;
  readonly durationMs?: number;
  readonly error?: ErrorReport;
}

export interface RequestPart {
  readonly messages: readonly ChatMessage[];
  readonly schema?: JsonObject | undefined;
  readonly curl?: string;
  readonly text: string;
  readonly isTextCut: boolean;
}

export interface EngineMethods {
  /** Keeps a key for one origin; answers with what is wrong with it, or nothing. */
  storeKey(argument: {
    readonly origin: string;
    readonly key: string;
  }): Promise<string | undefined>;
  forgetKey(argument: { readonly origin: string }): Promise<void>;
  /** The same rows with every key in their texts replaced: whatever leaves in a link goes through here. */
  withoutKeys(argument: { readonly rows: LinkRows }): Promise<LinkRows>;
  /** Which of these origins have a key. */
  keyedOrigins(argument: { readonly origins: readonly string[] }): Promise<readonly string[]>;
  /** Custom origins that the user set up here. Requests to any other custom origin are refused. */
  trustOrigins(argument: { readonly origins: readonly string[] }): Promise<void>;
  testConnection(argument: {
    readonly connection: Connection;
    /** A design without calls is tested with a row of one word. */
    readonly task?: RowTask;
    /** Rows of the task that are asked for, from the first on; one when absent. */
    readonly rowCount?: number;
  }): Promise<ConnectionReport>;
  /** One text beside any run, such as a draft of a design. A second request ends the first. */
  ask(argument: {
    readonly connection: Connection;
    readonly request: Pick<ModelRequest, 'messages' | 'schema' | 'draft'>;
  }): Promise<AskReport>;
  /** Closes the connection of what is being asked; it then rejects. */
  stopAsking(argument: Record<string, never>): Promise<void>;
  /** Changes the code of a sign-in page for a key, which goes to the vault; answers with what went wrong, or nothing. */
  signIn(argument: {
    readonly provider: string;
    readonly code: string;
    readonly verifier: string;
  }): Promise<string | undefined>;
  listModels(argument: { readonly connection: Connection }): Promise<readonly string[]>;
  /** Rows of a public dataset; asked only when the user says so, and without a key. */
  fetchDataset(argument: FetchDataset): Promise<Result<RowsPage, string>>;
  startRun(argument: StartRun): Promise<StartAnswer>;
  /** Aborts what is in flight; resolves when the run has ended and everything accepted is durable. */
  stopRun(argument: Record<string, never>): Promise<void>;
  /** The newest run of a document, folded from its journal, with what could be recovered of a loss. */
  loadRun(argument: LoadRun): Promise<LoadedRun>;
  /** Designs of all documents that have a second copy of a run. */
  recoverDesigns(argument: Record<string, never>): Promise<readonly RecoveredDesign[]>;
  /** The newest run of a document as the lines of a journal file; undefined where there is none. */
  exportRun(argument: { readonly documentId: string }): Promise<Blob | undefined>;
  /** Takes the records of a journal file in, as the newest run of a document. */
  importRun(argument: {
    readonly documentId: string;
    readonly records: readonly JournalRecord[];
  }): Promise<void>;
  /** Forces second copies to the disk, such as when the page is hidden. */
  flushCopies(argument: Record<string, never>): Promise<void>;
  /** Deletes the runs of all documents but one. Answers with how many there were; a run that is being written stays. */
  deleteOtherRuns(argument: { readonly keptDocumentId: string }): Promise<number>;
  /** Deletes the runs of a document that is deleted for good; false when a tab is still writing one. */
  deleteRunsOf(argument: { readonly documentId: string }): Promise<boolean>;
  /** Forgets a run of which nothing is wanted; the one before it is then the newest again. */
  discardRun(argument: { readonly runId: string }): Promise<void>;
  /** Gives a document the rows of another one's newest run, as a run of its own. */
  copyRun(argument: { readonly from: string; readonly to: string }): Promise<void>;
  /** What is remembered of a request of this session; undefined when it is forgotten. */
  requestDetail(argument: { readonly requestId: string }): Promise<RequestDetail | undefined>;
  /** Requests of a document's newest run, as its journal tells them. */
  storedRequests(argument: { readonly documentId: string }): Promise<readonly StoredRequest[]>;
  /** Writes cells that were taken back into the journal of their run, by call id. */
  putBack(argument: {
    readonly runId: string;
    readonly documentId: string;
    readonly rows: Readonly<Record<string, readonly TakenBackRow[]>>;
  }): Promise<void>;
  connectDataset(argument: { readonly port: MessagePort }): Promise<void>;
}

/** Run events, at most one message per 50 ms. */
export interface EventsNotice {
  readonly kind: 'events';
  readonly runId: string;
  readonly events: readonly RunEvent[];
}

/** How many rows of a run are durable now. */
export interface StoredNotice {
  readonly kind: 'stored';
  readonly documentId: string;
  readonly runId: string;
  readonly rows: number;
  /** False where the browser stores nothing: the rows last until the tab is closed. */
  readonly isStored: boolean;
}

/** The browser has thrown away everything it had stored for this app. */
export interface EmptiedNotice {
  readonly kind: 'emptied';
}

export type EngineNotice = EventsNotice | StoredNotice | EmptiedNotice;
