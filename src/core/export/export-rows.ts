/** Picks columns and rows of a store for a file and hands them over in batches, so that the store is never copied whole. */
import { invariant } from '#core/base/invariant.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import { findColumn, type Column, type DatasetDesign } from '#core/design/design.ts';
import type { CellState } from '#core/rows/cell.ts';
import type { FileColumn } from '#core/rows/file-column.ts';
import type { RowStore } from '#core/rows/row-store.ts';
import type { ExportBatch, ExportRows } from './row-writer.ts';
import { splitRows, type Split } from './split-rows.ts';

export interface ExportChoice {
  /** Ids in file order; the design's output columns, else all that are not dropped, when absent. */
  readonly columnIds?: readonly string[] | undefined;
  /** complete: rows in which no exported cell is empty, under way or failed. all: every row. */
  readonly rows: 'complete' | 'all';
  /** Rows that rules leave out, whatever `rows` says. */
  readonly isLeftOut?: ((row: number) => boolean) | undefined;
  /** Says of a row whether the demo model wrote part of it. With it, a label column is added as soon as one exported row is. */
  readonly isMadeByDemo?: ((row: number) => boolean) | undefined;
  /** Rows that are not part of the file, whatever they hold. */
  readonly hidden?: ReadonlySet<number> | undefined;
  /** What columns are called in the file, by column id; as in the design when absent. See `fileNames`. */
  readonly names?: Readonly<Record<string, string>> | undefined;
  /** Columns that stand behind those of the design, such as where a row came from. */
  readonly extra?: readonly FileColumn[] | undefined;
  /** Only the rows of one part, by its place among the parts. */
  readonly part?: { readonly split: Split; readonly index: number } | undefined;
}

/** The label that rows of the demo model carry in files. */
const demoLabel = { column: '_made_by', value: 'demo model' } as const;

const batchRows = 2048;
const settled: ReadonlySet<CellState> = new Set([
  'done',
  'edited',
  'locked',
  'skipped',
  'outdated',
]);

/** The columns an export holds, in file order. Unknown ids and repeats are left out. */
export function exportColumns(
  design: DatasetDesign,
  columnIds?: readonly string[],
): readonly Column[] {
  const ids = columnIds ?? design.output.columns;
  if (ids === undefined) return design.columns.filter((column) => !column.drop);
  return [...new Set(ids)].flatMap((id) => findColumn(design, id) ?? []);
}

/** What the columns are called in a file. Fails with the first name that two of them would have, or an empty one. */
export function fileNames(
  columns: readonly Pick<Column, 'id' | 'name'>[],
  names: Readonly<Record<string, string>> = {},
): Result<readonly string[], string> {
  const chosen = columns.map(({ id, name }) => (Object.hasOwn(names, id) ? names[id] : name) ?? '');
  const wrong = chosen.find((name, index) => name === '' || chosen.indexOf(name) < index);
  return wrong === undefined ? success(chosen) : failure(wrong);
}

type RowChoice = Pick<ExportChoice, 'rows' | 'hidden' | 'isLeftOut' | 'part'>;

/** Numbers of the rows an export holds, ascending. */
export function exportedRows(
  store: RowStore,
  columns: readonly Column[],
  { rows, hidden, isLeftOut = () => false, part }: RowChoice,
): readonly number[] {
  const all = Array.from({ length: store.rowCount }, (_, row) => row);
  const chosen = all.filter(
    (row) =>
      hidden?.has(row) !== true &&
      (rows === 'all' || columns.every(({ id }) => settled.has(store.state(id, row)))) &&
      !isLeftOut(row),
  );
  return part === undefined ? chosen : (splitRows(chosen, part.split)[part.index] ?? []);
}

/**
 * Everything a `RowWriter` needs. Row numbers are fixed now, values are read while the writer runs:
 * the store must not shrink meanwhile. Throws when two columns would have one name: ask `fileNames` before.
 */
export function exportRows(
  design: DatasetDesign,
  store: RowStore,
  choice: ExportChoice,
): ExportRows {
  const columns = exportColumns(design, choice.columnIds);
  const rows = exportedRows(store, columns, choice);
  const names = fileNames(columns, choice.names);
  invariant(names.ok, 'columns of a file have names of their own');
  const extra = [...(choice.extra ?? []), ...demoLabels(choice, rows)];
  return {
    columnNames: extra.reduce((taken, { name }) => [...taken, freeName(name, taken)], names.value),
    batches: batchesOf(rows, (slice) => [
      ...columns.map(({ id }) => slice.map((row) => store.value(id, row))),
      ...extra.map(({ valueOf }) => slice.map(valueOf)),
    ]),
  };
}

function demoLabels(
  { isMadeByDemo }: ExportChoice,
  rows: readonly number[],
): readonly FileColumn[] {
  if (isMadeByDemo === undefined || !rows.some(isMadeByDemo)) return [];
  return [
    { name: demoLabel.column, valueOf: (row) => (isMadeByDemo(row) ? demoLabel.value : null) },
  ];
}

function* batchesOf(
  rows: readonly number[],
  read: (slice: readonly number[]) => ExportBatch['columns'],
): Generator<ExportBatch> {
  for (let start = 0; start < rows.length; start += batchRows) {
    const slice = rows.slice(start, start + batchRows);
    yield { rows: slice, columns: read(slice) };
  }
}

/** A name that no column has; a column of the same name keeps its own. */
function freeName(name: string, taken: readonly string[]): string {
  let candidate = name;
  for (let number = 2; taken.includes(candidate); number += 1) candidate = `${name}_${number}`;
  return candidate;
}
