/**
 * What the page may ask of the evaluator worker: the worker that samples, derives, checks and
 * profiles what a design asks for. It holds no key and may be killed at any time.
 */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import type { ColumnProfile } from '#core/analysis/column-profile.ts';
import type { ConstraintMeasure } from '#core/analysis/constraint-measure.ts';
import type { ExtractionMeasure } from '#core/design/extraction/extraction-report.ts';
import type { ChartData } from '#core/analysis/chart-data.ts';
import type { SampleComparison } from '#core/analysis/compare-sample.ts';
import type { QualityPart, QualityReport } from '#core/analysis/quality.ts';
import type { TextDiversity } from '#core/analysis/text-diversity.ts';
import type { LinkRows } from '#core/codecs/link-rows.ts';
import type { Chart } from '#core/design/chart.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import type { RewordedParts } from '#core/design/reworded.ts';
import type { ScoreCounts } from '#core/design/score-standing.ts';
import type { Batches } from '#core/engine/batch-requests.ts';
import type { TakenBackRow } from '#core/engine/dataset-port.ts';
import type { Checkpoint } from '#core/engine/checkpoint.ts';
import type { RunEstimate } from '#core/engine/estimate.ts';
import type { FileFormat } from '#core/export/file-format.ts';
import type { SplitPart } from '#core/export/split-rows.ts';
import type { TrainingLayout } from '#core/export/training/training-layout.ts';
import type { PromptMessage } from '#core/engine/task/prompt-view.ts';
import type { ChatMessage } from '#core/llm/language-model.ts';
import type { RowTask } from '#core/llm/row-task.ts';
import type { CellRef, CellSelection } from '#core/rows/cell-selection.ts';
import type { RowMarks } from '#core/rows/row-marks.ts';
import type { RowQuery } from '#core/rows/row-query.ts';
import type { RowWindow } from '#core/rows/row-source.ts';
import type { DiskFile } from './disk-sink.ts';

export interface OpenAnswer {
  /** Why the design cannot be sampled; empty when it was. The rows of the last good design stay. */
  readonly diagnostics: readonly Diagnostic[];
  readonly rowCount: number;
  readonly version: number;
  /** The rows that were asked for with it, of all columns. */
  readonly window?: RowWindow;
}

/** Rows from start to before end. */
export interface RowRange {
  readonly start: number;
  readonly end: number;
}

export interface WindowRequest {
  readonly start: number;
  readonly end: number;
  readonly columnIds: readonly string[];
  /** These rows instead of those from start to end. */
  readonly rows?: readonly number[];
}

export interface ArrangeAnswer {
  readonly version: number;
  /** Rows in the order of the query; undefined when that is every row as it stands. */
  readonly order: Uint32Array | undefined;
}

/** A prompt for one row, in parts that know their columns. */
export interface PromptView {
  readonly messages: readonly PromptMessage[];
  /** Rough tokens of messages and schema; providers count their own way. */
  readonly inputTokens: number;
  /** The form of the answer, as JSON Schema. */
  readonly schema: JsonObject;
  /** Why no prompt can be written for the row. */
  readonly problem?: string;
}

export interface PromptRequest {
  readonly callId: string;
  readonly row: number;
  /** Messages that were sent earlier; the prompt as it would be sent now when absent. */
  readonly sent?: readonly ChatMessage[];
}

export interface RepairedCells {
  readonly count: number;
  /** The first of their rows. */
  readonly row: number;
}

export interface DatasetSummary {
  readonly version: number;
  readonly rowCount: number;
  /** Rows of which no generated cell is missing. */
  readonly finishedRows: number;
  readonly failedRows: number;
  /** Generated cells that failed. */
  readonly failedCells: number;
  /** Cells whose text came broken and holds marks of replacement, by column id; columns without any left out. */
  readonly repaired: Readonly<Record<string, RepairedCells>>;
  /** Rows that the user took out; they are not counted above, except in `rowCount`. */
  readonly excludedRows: number;
  /** Whether any cell was written by the demo model. */
  readonly hasDemoRows: boolean;
  /** By column id. */
  readonly profiles: Readonly<Record<string, ColumnProfile>>;
  /** By constraint id. */
  readonly measures: Readonly<Record<string, ConstraintMeasure>>;
  /** What reading texts back has shown, by id of the text column. */
  readonly extractions: Readonly<Record<string, ExtractionMeasure>>;
  /** Absent where no judge asks for a least score. */
  readonly scores?: ScoreCounts | undefined;
}

export interface ExportPart {
  readonly parts: readonly SplitPart[];
  /** Id of the column of which each value has the shares. */
  readonly by?: string;
  /** Its place among the parts. */
  readonly index: number;
}

export interface ExportRequest {
  readonly format: FileFormat;
  /** Column ids in the order wanted. */
  readonly columnIds: readonly string[];
  readonly rows: 'finished' | 'all';
  readonly lineEnding: '\n' | '\r\n';
  readonly byteOrderMark: boolean;
  readonly spreadsheetSafe: boolean;
  /** Names in the file where they are not those of the design, by column id. */
  readonly names?: Readonly<Record<string, string>>;
  /** Says of each row where it came from, in columns of its own. */
  readonly hasProvenance?: boolean;
  /** Rows as conversations; columns as they are when absent. */
  readonly layout?: TrainingLayout;
  /** Id of the column of which each value has as many rows; every row when absent. */
  readonly balanceBy?: string;
  /** Only one part of the rows. */
  readonly part?: ExportPart;
  /** Only the first rows, for the dialog's picture of the file. */
  readonly limit?: number;
}

export interface ExportAnswer {
  readonly blob: Blob;
  readonly rowCount: number;
  /** Rows without the limit. */
  readonly totalRows: number;
  /** Rows that would be in the file if no rule left them out; whatever the part. */
  readonly leftOutRows: number;
  /** Rows that make no conversation where the file is one of conversations. */
  readonly rowsWithoutTurns: number;
  /** Rows of values that have more of them than the rarest, where the file is to be even. */
  readonly unbalancedRows: number;
  /** Rows of the file, whatever the part, that hold a value made from something that has changed since. */
  readonly outdatedRows: number;
  /** Cells that a spreadsheet could run as formulas. */
  readonly formulaCells: number;
  /** Cells with characters that the format cannot hold; they are written as U+FFFD. */
  readonly unwritableCells: number;
  /** Whether any exported cell was made by the demo model. */
  readonly hasDemoRows: boolean;
}

export interface SaveRequest {
  readonly request: ExportRequest;
  readonly file: DiskFile;
  /** Gives a `SaveProgress` now and then; any message into it cancels. */
  readonly port: MessagePort;
}

export interface SaveProgress {
  readonly done: number;
  readonly total: number;
}

/** Measures over all rows. Tickets tell them apart; a cancelled one, or one of a design no longer open, answers undefined. */
export interface AnalysisMethods {
  /** Also undefined for a chart whose rule has no picture. */
  chart(argument: {
    readonly ticket: number;
    readonly chart: Chart;
  }): Promise<ChartData | undefined>;
  /** One part of the report, so that a page can show it while the next is measured. */
  quality(argument: {
    readonly ticket: number;
    readonly part: QualityPart;
  }): Promise<Partial<QualityReport> | undefined>;
  compare(argument: {
    readonly ticket: number;
    readonly sample: readonly JsonObject[];
  }): Promise<SampleComparison | undefined>;
  cancel(argument: { readonly ticket: number }): Promise<void>;
}

export interface EvaluatorMethods extends AnalysisMethods {
  /** Makes the dataset of a design; generated cells stay where their inputs did. */
  open(argument: {
    readonly design: DatasetDesign;
    readonly keepRows: boolean;
    readonly marks: RowMarks;
    /** Rows to answer with, so that what is on screen needs no question of its own. */
    readonly shown?: RowRange | undefined;
  }): Promise<OpenAnswer>;
  /** Takes an edit of words alone without drawing a row; false where the design has to be opened instead. */
  reword(argument: { readonly parts: RewordedParts }): Promise<boolean>;
  window(argument: WindowRequest): Promise<RowWindow>;
  /** Undefined when another design was opened meanwhile. */
  summary(argument: Record<string, never>): Promise<DatasetSummary | undefined>;
  /** Makes these the marks of the open dataset. */
  mark(argument: { readonly marks: RowMarks }): Promise<void>;
  arrange(argument: { readonly query: RowQuery }): Promise<ArrangeAnswer>;
  prompt(argument: PromptRequest): Promise<PromptView>;
  /** How many cells a selection means. */
  countCells(argument: { readonly selection: CellSelection }): Promise<number>;
  /** Takes cells that were written again back; answers them as they are now, by call id. */
  undoRewrite(argument: {
    readonly id: string;
  }): Promise<Readonly<Record<string, readonly TakenBackRow[]>>>;
  /** What a cell held before it was written again, newest last; empty after a reload. */
  earlierValues(argument: CellRef): Promise<readonly JsonValue[]>;
  /** What stands under the edits of these cells, in their order; undefined where nothing is known. */
  beneath(argument: {
    readonly cells: readonly CellRef[];
  }): Promise<readonly (JsonValue | undefined)[]>;
  /** How varied the texts of columns are, by column id; of all that models write freely when absent. */
  diversity(argument: {
    readonly columnIds?: readonly string[] | undefined;
  }): Promise<Readonly<Record<string, TextDiversity>>>;
  /** Forgets what models wrote, before a run that writes everything anew. */
  clearGenerated(argument: Record<string, never>): Promise<void>;
  /** Puts the rows of a journal back; rows beyond the end are left out. */
  replay(argument: { readonly checkpoint: Checkpoint }): Promise<void>;
  /** The requests of the open rows as files for batch services. */
  batches(argument: { readonly rowCount: number }): Promise<Batches>;
  estimate(argument: { readonly rowCount: number }): Promise<RunEstimate | undefined>;
  /** The task of the first row, for a connection test of the same shape as a run. */
  sampleTask(argument: { readonly alias: string }): Promise<RowTask | undefined>;
  /** What a call asks for in its first rows, to see how models answer it; one row where an answer is taken whole. Undefined without a row. */
  trialTask(argument: {
    readonly callId: string;
    readonly rowCount: number;
  }): Promise<RowTask | undefined>;
  exportRows(argument: ExportRequest): Promise<ExportAnswer>;
  /** Streams rows to a file of the user's disk, whole or not at all; answers how many. */
  saveRows(argument: SaveRequest): Promise<number>;
  /** What models wrote in the first finished rows, by call id, for a link. */
  taste(argument: { readonly count: number }): Promise<LinkRows>;
  /** Serves the dataset to the engine worker over this port. */
  connectEngine(argument: { readonly port: MessagePort }): Promise<void>;
}

/** Sent at most once per 50 ms while cells change. */
export interface EvaluatorNotice {
  readonly kind: 'changed';
  readonly version: number;
  readonly rowCount: number;
}
