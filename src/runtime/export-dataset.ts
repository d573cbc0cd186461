/** Rows as a file: written in chunks straight into parts of a blob, so that no string ever holds it all. */
import { findColumn, type Column, type DatasetDesign } from '#core/design/design.ts';
import { createLeftOut } from '#core/engine/constraint/left-out.ts';
import { unexportedRows } from '#core/design/originals.ts';
import type { Dataset } from '#core/engine/dataset.ts';
import { provenanceColumns } from '#core/engine/provenance.ts';
import { createCsvWriter } from '#core/export/csv-writer.ts';
import {
  exportColumns,
  exportedRows,
  exportRows,
  fileNames,
  type ExportChoice,
} from '#core/export/export-rows.ts';
import { couldRunAsFormula } from '#core/export/formula-guard.ts';
import { createJsonlWriter, jsonlLayout } from '#core/export/jsonl-writer.ts';
import type { ByteSink, ExportBatch, ExportRows, RowWriter } from '#core/export/row-writer.ts';
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
  const writer = writerOf(request, design);
  const parts: BlobPart[] = [];
  const report = await writer.write(firstRows(rows, request.limit), blobSink(parts));
  return {
    blob: new Blob(parts, { type: writer.mediaType }),
    rowCount: report.rowCount,
    totalRows: chosen.length,
    leftOutRows: countLeftOut(dataset, columns, choice),
    formulaCells: request.format === 'csv' ? countFormulas(dataset, columns, chosen) : 0,
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

function writerOf(request: ExportRequest, design: DatasetDesign): RowWriter {
  if (request.format === 'jsonl') return createJsonlWriter(jsonlLayout(design));
  return createCsvWriter({
    newline: request.lineEnding,
    hasByteOrderMark: request.byteOrderMark,
    isSpreadsheetSafe: request.spreadsheetSafe,
  });
}

function blobSink(parts: BlobPart[]): ByteSink {
  return {
    write(chunk) {
      parts.push(chunk as Uint8Array<ArrayBuffer>);
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
    abort: () => Promise.resolve(),
  };
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
