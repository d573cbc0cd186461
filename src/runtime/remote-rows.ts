/** The rows of the evaluator as a `RowSource`: pages of cells, kept while their version is current. */
import { cellStates, type Cell } from '#core/rows/cell.ts';
import type { RowSource, RowWindow } from '#core/rows/row-source.ts';
import type { EvaluatorMethods } from './evaluator-protocol.ts';

const pageRows = 100;

export interface RemoteRows extends RowSource {
  /** Counts up with every notification: also when a page arrived without a new version. */
  readonly stamp: number;
  /** New columns: pages stay readable and are loaded again when next asked for; without columns all is forgotten. */
  setColumns(columnIds: readonly string[]): void;
  /** Cells changed over there: pages stay readable and are loaded again when next asked for. */
  announce(state: { readonly version: number; readonly rowCount: number }): void;
}

export function createRemoteRows(evaluator: Pick<EvaluatorMethods, 'window'>): RemoteRows {
  return new PagedRows(evaluator);
}

class PagedRows implements RemoteRows {
  rowCount = 0;
  version = 0;
  stamp = 0;
  columnIds: readonly string[] = [];
  private readonly evaluator: Pick<EvaluatorMethods, 'window'>;
  private pages = new Map<number, RowWindow>();
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
    const window = this.pages.get(Math.floor(row / pageRows));
    return window === undefined ? undefined : cellOf(window, row, columnId);
  }

  async load(start: number, end: number): Promise<void> {
    const first = Math.floor(Math.max(0, start) / pageRows);
    const last = Math.ceil(Math.min(end, this.rowCount) / pageRows) - 1;
    if (last < first) return;
    const wanted = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    const loaded = await Promise.all(wanted.map((page) => this.loadPage(page)));
    if (loaded.includes(true)) this.notify();
  }

  setColumns(columnIds: readonly string[]): void {
    this.columnIds = columnIds;
    this.loading.clear();
    const stale = [...this.pages].map(
      ([page, window]) => [page, { ...window, version: -1 }] as const,
    );
    this.pages = new Map(columnIds.length === 0 ? [] : stale);
    this.notify();
  }

  announce({ version, rowCount }: { readonly version: number; readonly rowCount: number }): void {
    this.version = version;
    this.rowCount = rowCount;
    this.notify();
  }

  private notify(): void {
    this.stamp += 1;
    for (const listener of [...this.listeners]) listener();
  }

  private async loadPage(page: number): Promise<boolean> {
    const { columnIds, version } = this;
    if (this.versionOf(page) >= version || this.loading.get(page) === version) return false;
    this.loading.set(page, version);
    try {
      const start = page * pageRows;
      const window = await this.evaluator.window({ start, end: start + pageRows, columnIds });
      // Columns may have changed, or a newer answer arrived, while this one was on its way.
      if (columnIds !== this.columnIds || this.versionOf(page) > window.version) return false;
      this.pages.set(page, window);
      return true;
    } catch {
      // The evaluator was replaced; its successor announces rows, which asks for this page again.
      return false;
    } finally {
      const isLast = columnIds === this.columnIds && this.loading.get(page) === version;
      if (isLast) this.loading.delete(page);
    }
  }

  private versionOf(page: number): number {
    return this.pages.get(page)?.version ?? -1;
  }
}

function cellOf(window: RowWindow, row: number, columnId: string): Cell | undefined {
  const column = window.columns.find((candidate) => candidate.columnId === columnId);
  const offset = row - window.start;
  const state = cellStates[column?.states[offset] ?? -1];
  if (column === undefined || state === undefined) return undefined;
  const value = column.values[offset];
  const reason = column.reasons[row];
  return { state, value, reason };
}
