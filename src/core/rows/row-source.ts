/** What a screen needs to show rows without holding them: synchronous reads, asynchronous loading, no copies. */
import type { JsonValue } from '#core/base/json.ts';
import type { Cell } from './cell.ts';

export interface RowSource {
  readonly rowCount: number;
  /** Column ids in design order. */
  readonly columnIds: readonly string[];
  /** Counts up whenever any cell may have changed. */
  readonly version: number;
  /** The cell if it is loaded. Never fetches. */
  cell(row: number, columnId: string): Cell | undefined;
  /** Loads rows [start, end). Resolves when `cell` answers for them; notifies subscribers. */
  load(start: number, end: number, signal?: AbortSignal): Promise<void>;
  /** Called after `version` changed. Returns the way out. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** A rectangle of cells as it crosses a worker border. */
export interface RowWindow {
  readonly rowCount: number;
  readonly version: number;
  /** First row, inclusive. */
  readonly start: number;
  /** End row, exclusive. */
  readonly end: number;
  readonly columns: readonly WindowColumn[];
  /** The rows of the window where they do not follow each other; `start` and `end` count them then. */
  readonly rows?: readonly number[];
}

export interface WindowColumn {
  readonly columnId: string;
  /** One per row of the window; undefined where the cell holds none. */
  readonly values: readonly (JsonValue | undefined)[];
  /** Index into `cellStates`, one per row. */
  readonly states: Uint8Array;
  /** Reasons by row number. */
  readonly reasons: Readonly<Record<number, string>>;
}
