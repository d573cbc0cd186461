/** The rows of the evaluator as a `RowSource`: pages of cells, kept while their version is current. */
import { cellStates, type Cell } from '#core/rows/cell.ts';
import type { RowSource, RowWindow } from '#core/rows/row-source.ts';
import type { EvaluatorMethods, RowRange } from './evaluator-protocol.ts';

const pageRows = 100;

export interface RemoteRows extends RowSource {
  /** Counts up whenever a cell, a column or the order on screen may read otherwise than before. */
  readonly stamp: number;
  /** New columns: pages stay readable and are loaded again when next asked for; without columns all is forgotten. */
  setColumns(columnIds: readonly string[]): void;
  /** Rows on screen, in order; undefined while that is every row as it stands. */
  readonly order: Uint32Array | undefined;
  /** From now on places count in this order. */
  setOrder(order: Uint32Array | undefined): void;
  /** Loads rows by their numbers, wherever they stand in the order. */
  loadRows(rows: readonly number[]): Promise<void>;
  /** The pages that were last asked for, as rows; undefined while rows stand in an order of their own. */
  readonly shown: RowRange | undefined;
  /**
   * Cells changed over there: pages stay readable and are loaded again when next asked for. Rows that
   * come with the news need no loading.
   */
  announce(news: RowsNews): void;
}

export interface RowsNews {
  readonly version: number;
  readonly rowCount: number;
  /** Whole pages, of the columns that are set. */
  readonly window?: RowWindow | undefined;
}

export function createRemoteRows(evaluator: Pick<EvaluatorMethods, 'window'>): RemoteRows {
  return new PagedRows(evaluator);
}

class PagedRows implements RemoteRows {
  rowCount = 0;
  version = 0;
  stamp = 0;
  columnIds: readonly string[] = [];
  order: Uint32Array | undefined;
  private readonly evaluator: Pick<EvaluatorMethods, 'window'>;
  private asked: RowRange = { start: 0, end: pageRows };
  private pages = new Map<number, RowWindow>();
  /** Where rows are that were asked for one by one, or in an order of their own. */
  private found = new Map<number, FoundRow>();
  private readonly loading = new Map<number, number>();
  private readonly listeners = new Set<() => void>();

  constructor(evaluator: Pick<EvaluatorMethods, 'window'>) {
    this.evaluator = evaluator;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  cell(row: number, columnId: string): Cell | undefined {
    const page = this.order === undefined ? this.pages.get(Math.floor(row / pageRows)) : undefined;
    const found = this.found.get(row);
    if (page !== undefined && page.version >= (found?.window.version ?? -1))
      return cellOf(page, { row, offset: row - page.start, columnId });
    return found && cellOf(found.window, { row, offset: found.offset, columnId });
  }

  get shown(): RowRange | undefined {
    return this.order === undefined ? this.asked : undefined;
  }

  async load(start: number, end: number): Promise<void> {
    const first = Math.floor(Math.max(0, start) / pageRows);
    const last = Math.ceil(Math.min(end, this.order?.length ?? this.rowCount) / pageRows) - 1;
    if (last < first) return;
    this.asked = { start: first * pageRows, end: (last + 1) * pageRows };
    const wanted = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    const loaded = await Promise.all(wanted.map((page) => this.loadPage(page)));
    if (loaded.includes(true)) this.notify();
  }

  async loadRows(rows: readonly number[]): Promise<void> {
    const { columnIds } = this;
    const wanted = rows.filter(
      (row) => this.cell(row, columnIds[0] ?? '') === undefined || this.isStale(row),
    );
    if (wanted.length === 0) return;
    try {
      const request = { start: 0, end: wanted.length, columnIds, rows: wanted };
      const window = await this.evaluator.window(request);
      if (columnIds !== this.columnIds) return;
      this.keepFound(window);
      this.notify();
    } catch {
      // As in `loadPage`.
    }
  }

  setOrder(order: Uint32Array | undefined): void {
    // Pages count places: in another order they are other rows. Rows that were shown stay readable.
    for (const window of this.pages.values()) this.keepFound({ ...window, version: -1 });
    this.order = order;
    this.pages = new Map();
    this.loading.clear();
    this.notify();
  }

  setColumns(columnIds: readonly string[]): void {
    // Their cells may have changed, which is announced; drawing the grid for it twice is not needed.
    if (isSameList(columnIds, this.columnIds)) return;
    this.columnIds = columnIds;
    this.loading.clear();
    const stale = [...this.pages].map(
      ([page, window]) => [page, { ...window, version: -1 }] as const,
    );
    this.pages = new Map(columnIds.length === 0 ? [] : stale);
    const found = [...this.found].map(
      ([row, { window, offset }]) => [row, { window: { ...window, version: -1 }, offset }] as const,
    );
    this.found = new Map(columnIds.length === 0 ? [] : found);
    this.notify();
  }

  announce({ version, rowCount, window }: RowsNews): void {
    this.version = version;
    const isShown = window !== undefined && this.order === undefined;
    if (isShown) this.keepPages(window);
    // Pages that are out of date read as before until they are loaded again.
    if (this.rowCount === rowCount && !isShown) this.tell();
    else {
      this.rowCount = rowCount;
      this.notify();
    }
  }

  private notify(): void {
    this.stamp += 1;
    this.tell();
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }

  private async loadPage(page: number): Promise<boolean> {
    const { columnIds, version, order } = this;
    if (this.versionOf(page) >= version || this.loading.get(page) === version) return false;
    this.loading.set(page, version);
    try {
      const start = page * pageRows;
      const end = start + pageRows;
      const rows = order === undefined ? {} : { rows: [...order.subarray(start, end)] };
      const window = await this.evaluator.window({ start, end, columnIds, ...rows });
      // Columns or the order may have changed, or a newer answer arrived, while this one was on its way.
      const isOther = columnIds !== this.columnIds || order !== this.order;
      if (isOther || this.versionOf(page) > window.version) return false;
      this.pages.set(page, window);
      if (order !== undefined) this.keepFound(window);
      return true;
    } catch {
      // The evaluator was replaced; its successor announces rows, which asks for this page again.
      return false;
    } finally {
      const isLast = columnIds === this.columnIds && this.loading.get(page) === version;
      if (isLast) this.loading.delete(page);
    }
  }

  private keepPages(window: RowWindow): void {
    for (let row = window.start; row < window.end; row += pageRows)
      this.pages.set(Math.floor(row / pageRows), window);
  }

  private isStale(row: number): boolean {
    const page = this.order === undefined ? this.versionOf(Math.floor(row / pageRows)) : -1;
    return Math.max(page, this.found.get(row)?.window.version ?? -1) < this.version;
  }

  private keepFound(window: RowWindow): void {
    const rows = window.rows ?? [];
    const count = rows.length === 0 ? window.end - window.start : rows.length;
    for (let offset = 0; offset < count; offset += 1)
      this.found.set(rows[offset] ?? window.start + offset, { window, offset });
  }

  private versionOf(page: number): number {
    return this.pages.get(page)?.version ?? -1;
  }
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

interface FoundRow {
  readonly window: RowWindow;
  readonly offset: number;
}

interface Place {
  readonly row: number;
  readonly offset: number;
  readonly columnId: string;
}

function cellOf(window: RowWindow, { row, offset, columnId }: Place): Cell | undefined {
  const column = window.columns.find((candidate) => candidate.columnId === columnId);
  const state = cellStates[column?.states[offset] ?? -1];
  if (column === undefined || state === undefined) return undefined;
  const value = column.values[offset];
  const reason = column.reasons[row];
  return { state, value, reason };
}
