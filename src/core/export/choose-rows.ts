/** Which rows a file has, and what became of the others. */
import type { Column } from '#core/design/design.ts';
import type { CellState } from '#core/rows/cell.ts';
import type { RowStore } from '#core/rows/row-store.ts';
import { balanceRows, type Balance } from './balance-rows.ts';

export interface RowChoice {
  /** complete: rows in which no exported cell is empty, under way or failed. all: every row. */
  readonly rows: 'complete' | 'all';
  /** Rows that are not part of the file, whatever they hold. They are counted nowhere. */
  readonly hidden?: ReadonlySet<number> | undefined;
  /** Rows that rules leave out, whatever `rows` says. */
  readonly isLeftOut?: ((row: number) => boolean) | undefined;
  /** Whether the row makes a conversation, where the file is one of conversations. */
  readonly hasTurns?: ((row: number) => boolean) | undefined;
  /** As many rows of each value; every row when absent. */
  readonly balance?: Balance | undefined;
}

/** Each row that could have been in the file is in `rows` or counted once. */
export interface ChosenRows {
  /** 0-based numbers, ascending. */
  readonly rows: readonly number[];
  readonly leftOut: number;
  readonly withoutTurns: number;
  readonly unbalanced: number;
  /** Of `rows`, those with an exported cell that was made from something that has changed since. */
  readonly outdated: number;
}

const settled: ReadonlySet<CellState> = new Set([
  'done',
  'edited',
  'locked',
  'skipped',
  'outdated',
]);

/** `columns` are those of the file. Cost: one look at each of their cells. */
export function chooseRows(
  store: RowStore,
  columns: readonly Column[],
  choice: RowChoice,
): ChosenRows {
  const { isLeftOut = () => false, hasTurns = () => true, balance, hidden } = choice;
  const all = Array.from({ length: store.rowCount }, (_, row) => row).filter(
    (row) =>
      hidden?.has(row) !== true &&
      (choice.rows === 'all' || columns.every(({ id }) => settled.has(store.state(id, row)))),
  );
  const fit = all.filter((row) => !isLeftOut(row));
  const speaking = fit.filter(hasTurns);
  const rows = balance === undefined ? speaking : balanceRows(speaking, balance);
  return {
    rows,
    leftOut: all.length - fit.length,
    withoutTurns: fit.length - speaking.length,
    unbalanced: speaking.length - rows.length,
    outdated: rows.filter((row) => columns.some(({ id }) => store.state(id, row) === 'outdated'))
      .length,
  };
}
