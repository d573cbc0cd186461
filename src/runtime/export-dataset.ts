/** Rows as a file: written in chunks straight into parts of a blob, so that no string ever holds it all. */
import type { Column, DatasetDesign } from '#core/design/design.ts';
import { createLeftOut } from '#core/engine/constraint/left-out.ts';
import { unexportedRows } from '#core/design/originals.ts';
import type { Dataset } from '#core/engine/dataset.ts';
import { createCsvWriter } from '#core/export/csv-writer.ts';
import { exportColumns, exportedRows, exportRows } from '#core/export/export-rows.ts';
import { couldRunAsFormula } from '#core/export/formula-guard.ts';
import { createJsonlWriter, jsonlLayout } from '#core/export/jsonl-writer.ts';
import type { ByteSink, ExportBatch, ExportRows, RowWriter } from '#core/export/row-writer.ts';
import type { ExportAnswer, ExportRequest } from './evaluator-protocol.ts';

export async function exportDataset(
  dataset: Dataset,
  request: ExportRequest,
): Promise<ExportAnswer> {
  const { design, store } = dataset;
  const columns = exportColumns(design, request.columnIds);
  const choice = {
    rows: rowChoice(request),
    isLeftOut: createLeftOut(dataset),
    hidden: new Set([...dataset.excluded, ...unexportedRows(design)]),
  };
  const chosen = exportedRows(store, columns, choice);
  const rows = exportRows(design, store, {
    columnIds: request.columnIds,
    ...choice,
    isMadeByDemo: (row) => dataset.isMadeByDemo(row),
  });
  const writer = writerOf(request, design);
  const parts: BlobPart[] = [];
  const report = await writer.write(firstRows(rows, request.limit), blobSink(parts));
  return {
    blob: new Blob(parts, { type: writer.mediaType }),
    rowCount: report.rowCount,
    totalRows: chosen.length,
    formulaCells: request.format === 'csv' ? countFormulas(dataset, columns, chosen) : 0,
    hasDemoRows: rows.columnNames.length > columns.length,
  };
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
