/** Rows as a file, written in chunks, so that neither a string nor this thread ever holds it all. */
import type { JsonValue } from '#core/base/json.ts';
import { createLeftOut } from '#core/engine/constraint/left-out.ts';
import { unexportedRows } from '#core/design/originals.ts';
import type { Dataset } from '#core/engine/dataset.ts';
import { provenanceColumns } from '#core/engine/provenance.ts';
import { chooseRows } from '#core/export/choose-rows.ts';
import { columnValues } from '#core/export/column-values.ts';
import { createRowWriter } from '#core/export/create-row-writer.ts';
import { exportColumns, exportRows, fileNames } from '#core/export/export-rows.ts';
import { isSheet, mediaTypeOf } from '#core/export/file-format.ts';
import { couldRunAsFormula } from '#core/export/formula-guard.ts';
import type { ExportRows } from '#core/export/row-writer.ts';
import { splitRows } from '#core/export/split-rows.ts';
import { createTrainingRows } from '#core/export/training/training-rows.ts';
import { unwritable } from '#core/export/unwritable.ts';
import { createBlobSink } from './blob-sink.ts';
import { openDiskSink } from './disk-sink.ts';
import type { ExportAnswer, ExportPart, ExportRequest, SaveRequest } from './evaluator-protocol.ts';

/** A file that the browser keeps, and what its reader should know. */
export async function exportDataset(
  dataset: Dataset,
  request: ExportRequest,
): Promise<ExportAnswer> {
  const { format } = request;
  const { writer, file, rows, chosen, columnIds } = prepare(dataset, request);
  const sink = createBlobSink();
  const report = await writer.write(file, sink);
  const count = (isCounted: (value: JsonValue | undefined) => boolean): number =>
    countCells(dataset, { columnIds, rows, isCounted });
  const isBeyond = unwritable(format);
  return {
    blob: sink.blob(mediaTypeOf(format)),
    rowCount: report.rowCount,
    totalRows: rows.length,
    leftOutRows: chosen.leftOut,
    rowsWithoutTurns: chosen.withoutTurns,
    unbalancedRows: chosen.unbalanced,
    outdatedRows: chosen.outdated,
    formulaCells: isSheet(format) ? count(isFormula) : 0,
    unwritableCells: isBeyond === undefined ? 0 : count(isBeyond),
    hasDemoRows: rows.some((row) => dataset.isMadeByDemo(row)),
  };
}

/** The same file, straight to the disk; answers with its rows. Progress and Cancel go over the port of the request. */
export async function saveDataset(
  dataset: Dataset,
  { request, file: target, port }: SaveRequest,
): Promise<number> {
  const cancel = new AbortController();
  port.addEventListener('message', () => {
    cancel.abort(new DOMException('Saving was cancelled.', 'AbortError'));
  });
  port.start();
  try {
    const { writer, file, rows } = prepare(dataset, request);
    const tell = (done: number): void => {
      port.postMessage({ done, total: rows.length });
    };
    const sink = await openDiskSink(target);
    const report = await writer.write(withProgress(file, tell), sink, cancel.signal);
    return report.rowCount;
  } finally {
    port.close();
  }
}

function prepare(dataset: Dataset, request: ExportRequest) {
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
  const file = exportRows(design, store, {
    rows,
    limit: request.limit,
    columnIds: training.columnIds,
    names: given,
    extra: request.hasProvenance === true ? provenanceColumns(dataset, named) : [],
    isMadeByDemo: (row) => dataset.isMadeByDemo(row),
  });
  const writer = createRowWriter(format, design, {
    newline: request.lineEnding,
    hasByteOrderMark: request.byteOrderMark,
    isSpreadsheetSafe: request.spreadsheetSafe,
  });
  const columnIds = columns.map(({ id }) => id);
  return { writer, file: training.layOut(file), rows, chosen, columnIds };
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

/** The same rows, telling how many were asked for. */
function withProgress(file: ExportRows, tell: (done: number) => void): ExportRows {
  async function* batches() {
    let done = 0;
    for await (const batch of file.batches) {
      yield batch;
      done += batch.rows.length;
      tell(done);
    }
  }
  return { ...file, batches: batches() };
}

/** Texts that a spreadsheet could take for formulas. */
function isFormula(value: JsonValue | undefined): boolean {
  return typeof value === 'string' && couldRunAsFormula(value);
}

interface CountedCells {
  readonly columnIds: readonly string[];
  readonly rows: readonly number[];
  readonly isCounted: (value: JsonValue | undefined) => boolean;
}

function countCells({ store }: Dataset, { columnIds, rows, isCounted }: CountedCells): number {
  let count = 0;
  for (const row of rows)
    for (const id of columnIds) if (isCounted(store.value(id, row))) count += 1;
  return count;
}
