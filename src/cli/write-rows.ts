/** Writes the finished rows of a run to its output file, whole or not at all. */
import type { DatasetDesign } from '#core/design/design.ts';
import { unexportedRows } from '#core/design/originals.ts';
import { createCsvWriter } from '#core/export/csv-writer.ts';
import { exportRows } from '#core/export/export-rows.ts';
import { createJsonlWriter, jsonlLayout } from '#core/export/jsonl-writer.ts';
import type { RowStore } from '#core/rows/row-store.ts';
import { openFileSink } from '#runtime/node/file-sink.ts';

export interface WriteRowsOptions {
  readonly design: DatasetDesign;
  readonly store: RowStore;
  /** Ends in .csv or .jsonl. */
  readonly out: string;
  readonly isMadeByDemo: (row: number) => boolean;
  /** Rows that rules leave out of files. */
  readonly isLeftOut?: ((row: number) => boolean) | undefined;
  /** Writes the file also when there is no row; otherwise an older file stays as it is then. */
  readonly isForced: boolean;
}

/** Answers with the number of rows in the file. */
export async function writeRows(options: WriteRowsOptions): Promise<number> {
  const { design, store, out, isMadeByDemo, isLeftOut, isForced } = options;
  const choice = {
    rows: 'complete',
    isMadeByDemo,
    isLeftOut,
    hidden: unexportedRows(design),
  } as const;
  const rows = exportRows(design, store, choice);
  const batches = [...(rows.batches as Iterable<{ readonly rows: readonly number[] }>)];
  const count = batches.reduce((sum, batch) => sum + batch.rows.length, 0);
  if (count === 0 && !isForced) return 0;
  const writer = /\.csv$/i.test(out) ? createCsvWriter() : createJsonlWriter(jsonlLayout(design));
  await writer.write(exportRows(design, store, choice), await openFileSink(out));
  return count;
}
