/** Rows as a file: written in chunks into a blob, so that neither a string nor this thread ever holds it all. */
import { findColumn, type Column } from '#core/design/design.ts';
import { createRowWriter } from '#core/export/create-row-writer.ts';
import { createLeftOut } from '#core/engine/constraint/left-out.ts';
import { unexportedRows } from '#core/design/originals.ts';
import type { Dataset } from '#core/engine/dataset.ts';
import { provenanceColumns } from '#core/engine/provenance.ts';
import {
  exportColumns,
  exportedRows,
  exportRows,
  fileNames,
  type ExportChoice,
} from '#core/export/export-rows.ts';
import { isSheet } from '#core/export/file-format.ts';
import { couldRunAsFormula } from '#core/export/formula-guard.ts';
import type { ExportBatch, ExportRows } from '#core/export/row-writer.ts';
import { createBlobSink } from './blob-sink.ts';
import type { ExportAnswer, ExportPart, ExportRequest } from './evaluator-protocol.ts';

export async function exportDataset(
  dataset: Dataset,
  request: ExportRequest,
): Promise<ExportAnswer> {
  const { design, store } = dataset;
  const columns = exportColumns(design, request.columnIds);
  const names = fileNames(columns, request.names);
  if (!names.ok) throw new Error('Columns of a file have names of their own.');
  const named = columns.map(({ id }, index) => ({ id, name: names.value[index] ?? id }));
  const choice = {
    rows: rowChoice(request),
    isLeftOut: createLeftOut(dataset),
    hidden: new Set([...dataset.excluded, ...unexportedRows(design)]),
    part: partOf(dataset, request.part),
  };
  const chosen = exportedRows(store, columns, choice);
  const isMadeByDemo = (row: number): boolean => dataset.isMadeByDemo(row);
  const rows = exportRows(design, store, {
    ...choice,
    columnIds: request.columnIds,
    names: request.names,
    extra: request.hasProvenance === true ? provenanceColumns(dataset, named) : [],
    isMadeByDemo,
  });
  const writer = createRowWriter(request.format, design, {
    newline: request.lineEnding,
    hasByteOrderMark: request.byteOrderMark,
    isSpreadsheetSafe: request.spreadsheetSafe,
  });
  const sink = createBlobSink();
  const report = await writer.write(firstRows(rows, request.limit), sink);
  return {
    blob: sink.blob(writer.mediaType),
    rowCount: report.rowCount,
    totalRows: chosen.length,
    leftOutRows: countLeftOut(dataset, columns, choice),
    formulaCells: isSheet(request.format) ? countFormulas(dataset, columns, chosen) : 0,
    hasDemoRows: chosen.some(isMadeByDemo),
  };
}

/** The split is drawn from the design's own seed: the same file is made again, here and on the command line. */
function partOf({ design, store }: Dataset, part: ExportPart | undefined): ExportChoice['part'] {
  if (part === undefined) return undefined;
  const { parts, by, index } = part;
  const column = by === undefined ? undefined : findColumn(design, by);
  const read = column && ((row: number) => store.value(column.id, row));
  return { split: { parts, seed: design.seed, by: read }, index };
}

function countLeftOut(
  { store }: Dataset,
  columns: readonly Column[],
  { isLeftOut, ...choice }: Pick<ExportChoice, 'rows' | 'hidden' | 'isLeftOut'>,
): number {
  if (isLeftOut === undefined) return 0;
  return exportedRows(store, columns, { ...choice, part: undefined }).filter(isLeftOut).length;
}

function firstRows(rows: ExportRows, limit: number | undefined): ExportRows {
  return limit === undefined ? rows : { ...rows, batches: firstOf(rows.batches, limit) };
}

async function* firstOf(
  batches: ExportRows['batches'],
  limit: number,
): AsyncGenerator<ExportBatch> {
  let left = limit;
  for await (const batch of batches) {
    if (left <= 0) return;
    const columns = batch.columns.map((values) => values.slice(0, left));
    yield { rows: batch.rows.slice(0, left), columns };
    left -= batch.rows.length;
  }
}

function rowChoice({ rows }: ExportRequest): 'complete' | 'all' {
  return rows === 'finished' ? 'complete' : 'all';
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
