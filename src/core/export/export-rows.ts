/** Picks columns and rows of a store for a file and hands them over in batches, so that the store is never copied whole. */
import { invariant } from '#core/base/invariant.ts';
import type { JsonValue } from '#core/base/json.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import { findColumn, type Column, type DatasetDesign } from '#core/design/design.ts';
import type { FileColumn } from '#core/rows/file-column.ts';
import type { RowStore } from '#core/rows/row-store.ts';
import type { ExportBatch, ExportRows } from './row-writer.ts';
import { valueKind } from './value-kind.ts';

export interface FileChoice {
  /** 0-based numbers in file order, see `chooseRows`. */
  readonly rows: readonly number[];
  /** How many of them are written, from the first on; all when absent. */
  readonly limit?: number | undefined;
  /** Ids in file order; the design's output columns, else all that are not dropped, when absent. */
  readonly columnIds?: readonly string[] | undefined;
  /** Says of a row whether the demo model wrote part of it. With it, a label column is added as soon as one exported row is. */
  readonly isMadeByDemo?: ((row: number) => boolean) | undefined;
  /** What columns are called in the file, by column id; as in the design when absent. See `fileNames`. */
  readonly names?: Readonly<Record<string, string>> | undefined;
  /** Columns that stand behind those of the design, such as where a row came from. */
  readonly extra?: readonly FileColumn[] | undefined;
}

/** The label that rows of the demo model carry in files. */
const demoLabel = { column: '_made_by', value: 'demo model' } as const;

const batchRows = 2048;
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

/**
 * Everything a `RowWriter` needs. Values are read while the writer runs: the store must not shrink meanwhile. Throws when two columns would have one name: ask `fileNames` before.
 */
export function exportRows(design: DatasetDesign, store: RowStore, choice: FileChoice): ExportRows {
  const { rows } = choice;
  const columns = exportColumns(design, choice.columnIds);
  const names = fileNames(columns, choice.names);
  invariant(names.ok, 'columns of a file have names of their own');
  const extra = [...(choice.extra ?? []), ...demoLabels(choice)];
  const readers = [
    ...columns.map(
      ({ id }) =>
        (row: number) =>
          store.value(id, row),
    ),
    ...extra.map(({ valueOf }) => valueOf),
  ];
  const written = rows.slice(0, choice.limit);
  return {
    columnNames: extra.reduce((taken, { name }) => [...taken, freeName(name, taken)], names.value),
    kinds: () => readers.map((read) => valueKind(mapped(written, read))),
    batches: batchesOf(written, (slice) => readers.map((read) => slice.map(read))),
  };
}

function* mapped(
  rows: readonly number[],
  read: (row: number) => JsonValue | undefined,
): Generator<JsonValue | undefined> {
  for (const row of rows) yield read(row);
}

function demoLabels({ isMadeByDemo, rows }: FileChoice): readonly FileColumn[] {
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
export function freeName(name: string, taken: readonly string[]): string {
  let candidate = name;
  for (let number = 2; taken.includes(candidate); number += 1) candidate = `${name}_${number}`;
  return candidate;
}
