/** Rows as a file: written in chunks into a blob, so that neither a string nor this thread ever holds it all. */
import type { Column } from '#core/design/design.ts';
import { createRowWriter } from '#core/export/create-row-writer.ts';
import { createLeftOut } from '#core/engine/constraint/left-out.ts';
import { unexportedRows } from '#core/design/originals.ts';
import type { Dataset } from '#core/engine/dataset.ts';
import { provenanceColumns } from '#core/engine/provenance.ts';
import { chooseRows } from '#core/export/choose-rows.ts';
import { columnValues } from '#core/export/column-values.ts';
import { exportColumns, exportRows, fileNames } from '#core/export/export-rows.ts';
import { isSheet } from '#core/export/file-format.ts';
import { couldRunAsFormula } from '#core/export/formula-guard.ts';
import { splitRows } from '#core/export/split-rows.ts';
import { createTrainingRows } from '#core/export/training/training-rows.ts';
import { createBlobSink } from './blob-sink.ts';
import type { ExportAnswer, ExportPart, ExportRequest } from './evaluator-protocol.ts';

export async function exportDataset(
  dataset: Dataset,
  request: ExportRequest,
): Promise<ExportAnswer> {
  const { design, store } = dataset;
  const { layout, names: given, format } = request;
  const training = createTrainingRows(dataset, layout, request.columnIds);
  const columns = exportColumns(design, training.columnIds);
  const names = fileNames(columns, given);
  if (!names.ok) throw new Error('Columns of a file have names of their own.');
  const named = columns.map(({ id }, index) => ({ id, name: names.value[index] ?? id }));
  const balance = columnValues(dataset, request.balanceBy);
  const chosen = chooseRows(store, columns, {
    rows: request.rows === 'finished' ? 'complete' : 'all',
    hidden: new Set([...dataset.excluded, ...unexportedRows(design)]),
    isLeftOut: createLeftOut(dataset),
    hasTurns: training.hasTurns,
    balance: balance && { by: balance, seed: design.seed },
  });
  const rows = partOf(dataset, request.part, chosen.rows);
  const isMadeByDemo = (row: number): boolean => dataset.isMadeByDemo(row);
  const file = exportRows(design, store, {
    rows,
    limit: request.limit,
    columnIds: training.columnIds,
    names: given,
    extra: request.hasProvenance === true ? provenanceColumns(dataset, named) : [],
    isMadeByDemo,
  });
  const writer = createRowWriter(format, design, {
    newline: request.lineEnding,
    hasByteOrderMark: request.byteOrderMark,
    isSpreadsheetSafe: request.spreadsheetSafe,
  });
  const sink = createBlobSink();
  const report = await writer.write(training.layOut(file), sink);
  return {
    blob: sink.blob(writer.mediaType),
    rowCount: report.rowCount,
    totalRows: rows.length,
    leftOutRows: chosen.leftOut,
    rowsWithoutTurns: chosen.withoutTurns,
    unbalancedRows: chosen.unbalanced,
    outdatedRows: chosen.outdated,
    formulaCells: isSheet(format) ? countFormulas(dataset, columns, rows) : 0,
    hasDemoRows: rows.some(isMadeByDemo),
  };
}

/** The split is drawn from the design's own seed: the same file is made again, here and on the command line. */
function partOf(
  dataset: Dataset,
  part: ExportPart | undefined,
  rows: readonly number[],
): readonly number[] {
  if (part === undefined) return rows;
  const { parts, by, index } = part;
  const split = { parts, seed: dataset.design.seed, by: columnValues(dataset, by) };
  return splitRows(rows, split)[index] ?? [];
}

/** Exported texts that a spreadsheet could take for formulas. */
function countFormulas(
  { store }: Dataset,
  columns: readonly Column[],
  rows: readonly number[],
): number {
  let count = 0;
  for (const row of rows)
    for (const { id } of columns) {
      const value = store.value(id, row);
      if (typeof value === 'string' && couldRunAsFormula(value)) count += 1;
    }
  return count;
}
