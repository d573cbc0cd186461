/**
 * The ports of an export: rows come in batches of columns, bytes leave in chunks, and nothing in
 * between ever holds the whole file.
 */
import type { JsonValue } from '#core/base/json.ts';

/** Some rows, column by column. */
export interface ExportBatch {
  /** 0-based numbers of the rows in the dataset, ascending; one per row of the batch. */
  readonly rows: readonly number[];
  /** One list of values per exported column, each as long as `rows`; undefined where a cell holds none. */
  readonly columns: readonly (readonly (JsonValue | undefined)[])[];
}

/**
 * What all values of a column are, empty cells apart. `integer`: whole numbers that doubles hold exactly.
 * `nested`: lists and objects, and values of several kinds.
 */
export type ValueKind = 'boolean' | 'integer' | 'number' | 'text' | 'nested';

export interface ExportRows {
  /** Field names in file order; distinct. */
  readonly columnNames: readonly string[];
  /** One for each column. Reads every value, so only files that state their types ask for it. */
  readonly kinds: () => readonly ValueKind[];
  /** May be read once. */
  readonly batches: AsyncIterable<ExportBatch> | Iterable<ExportBatch>;
}

/** Where bytes go. The writer awaits every promise, so a slow sink slows the writer down. */
export interface ByteSink {
  /** Takes ownership of the chunk. */
  write(chunk: Uint8Array): Promise<void>;
  /** Everything was written. Nothing follows. */
  close(): Promise<void>;
  /** Something failed: what was written so far is to be thrown away. Nothing follows. */
  abort(reason: unknown): Promise<void>;
}

/** A cell that a writer had to change; `row` is absent for the header line. */
export interface ChangedCell {
  readonly row?: number;
  readonly column: string;
}

export interface ExportReport {
  readonly rowCount: number;
  readonly sizeBytes: number;
  readonly changedCount: number;
  /** The first 10,000 changed cells in file order. */
  readonly changedCells: readonly ChangedCell[];
}

export interface RowWriter {
  /** Without the dot. */
  readonly extension: string;
  /**
   * Writes all rows and closes the sink. On a failure or when `signal` aborts, the sink is aborted and
   * the returned promise rejects with the same reason.
   */
  write(rows: ExportRows, sink: ByteSink, signal?: AbortSignal): Promise<ExportReport>;
}

export const maxListedChanges = 10_000;
