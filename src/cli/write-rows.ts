/** Writes the finished rows of a run to its output file or its parts, each whole or not at all. */
import { unexportedRows } from '#core/design/originals.ts';
import type { Dataset } from '#core/engine/dataset.ts';
import { provenanceColumns } from '#core/engine/provenance.ts';
import { chooseRows, type ChosenRows } from '#core/export/choose-rows.ts';
import { columnValues } from '#core/export/column-values.ts';
import { createRowWriter } from '#core/export/create-row-writer.ts';
import { exportColumns, exportRows } from '#core/export/export-rows.ts';
import { fileFormatOf } from '#core/export/file-format.ts';
import type { ChangedCell } from '#core/export/row-writer.ts';
import { splitRows } from '#core/export/split-rows.ts';
import { createTrainingRows } from '#core/export/training/training-rows.ts';
import { openFileSink } from '#runtime/node/file-sink.ts';
import { escapeText } from './escape-text.ts';
import { layoutOf, namesById, type FileForm } from './file-form.ts';

export interface WriteRowsOptions {
  readonly dataset: Dataset;
  /** Its ending is that of a `FileFormat`. */
  readonly out: string;
  readonly form: FileForm;
  /** Rows that rules leave out of files. */
  readonly isLeftOut?: ((row: number) => boolean) | undefined;
  /** Writes the file also when there is no row; otherwise an older file stays as it is then. */
  readonly isForced: boolean;
}

export interface WrittenRows extends ChosenRows {
  /** Cells with characters that the format cannot hold; they stand as U+FFFD in the files. */
  readonly changed: { readonly count: number; readonly first: ChangedCell | undefined };
}

/** Answers with the rows of all files, and what became of the others. */
export async function writeRows(options: WriteRowsOptions): Promise<WrittenRows> {
  const { dataset, out, form, isLeftOut, isForced } = options;
  const { design, store } = dataset;
  const training = createTrainingRows(dataset, layoutOf(design, form));
  const columns = exportColumns(design, training.columnIds);
  const names = namesById(columns, form.names);
  const named = columns.map(({ id, name }) => ({ id, name: names[id] ?? name }));
  const balance = valuesByName(dataset, form.balanceBy);
  const chosen = chooseRows(store, columns, {
    rows: 'complete',
    hidden: unexportedRows(design),
    isLeftOut,
    hasTurns: training.hasTurns,
    balance: balance && { by: balance, seed: design.seed },
  });
  let first: ChangedCell | undefined;
  let count = 0;
  if (chosen.rows.length === 0 && !isForced) return { ...chosen, changed: { count, first } };
  const choice = {
    names,
    columnIds: training.columnIds,
    extra: form.hasProvenance ? provenanceColumns(dataset, named) : [],
    isMadeByDemo: (row: number) => dataset.isMadeByDemo(row),
  };
  const writer = createRowWriter(fileFormatOf(out) ?? 'jsonl', design);
  for (const file of filesOf(options, chosen.rows)) {
    const part = exportRows(design, store, { ...choice, rows: file.rows });
    const report = await writer.write(training.layOut(part), await openFileSink(file.path));
    count += report.changedCount;
    first ??= report.changedCells[0];
  }
  return { ...chosen, changed: { count, first } };
}

/** A line about what files of this ending cannot hold; empty when they hold it all. */
export function describeChanged({ count, first }: WrittenRows['changed'], out: string): string {
  if (first === undefined) return '';
  const { row, column } = first;
  const place = row === undefined ? `the name ${column}` : `row ${row + 1}, ${column}`;
  const format = (fileFormatOf(out) ?? '').toUpperCase();
  const cells = count === 1 ? '1 cell has' : `${count} cells have`;
  return `${cells} characters that ${format} cannot hold, written as \ufffd. The first: ${escapeText(place)}.\n`;
}

/** `rows.jsonl` becomes `rows-train.jsonl` and so on. */
function filesOf({ dataset, out, form }: WriteRowsOptions, rows: readonly number[]) {
  if (form.split === undefined) return [{ path: out, rows }];
  const split = {
    parts: form.split,
    seed: dataset.design.seed,
    by: valuesByName(dataset, form.splitBy),
  };
  const parts = splitRows(rows, split);
  return form.split.map(({ name }, index) => ({
    path: out.replace(/(\.\w+)$/, `-${name}$1`),
    rows: parts[index] ?? [],
  }));
}

function valuesByName(
  dataset: Dataset,
  columnName: string | undefined,
): ReturnType<typeof columnValues> {
  const column = dataset.design.columns.find(({ name }) => name === columnName);
  return columnValues(dataset, column?.id);
}
