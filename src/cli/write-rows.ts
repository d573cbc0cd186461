/** Writes the finished rows of a run to its output file or its parts, each whole or not at all. */
import type { Column, DatasetDesign } from '#core/design/design.ts';
import { unexportedRows } from '#core/design/originals.ts';
import type { Dataset } from '#core/engine/dataset.ts';
import { provenanceColumns } from '#core/engine/provenance.ts';
import { exportColumns, exportedRows, exportRows, fileNames } from '#core/export/export-rows.ts';
import { createRowWriter } from '#core/export/create-row-writer.ts';
import { fileFormatOf } from '#core/export/file-format.ts';
import type { SplitPart } from '#core/export/split-rows.ts';
import { openFileSink } from '#runtime/node/file-sink.ts';
import { UsageError } from './cli-host.ts';

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

/** How the rows stand in the file, or in several. */
export interface FileForm {
  /** Undefined for one file. */
  readonly split: readonly SplitPart[] | undefined;
  /** Name of the column of which each value has the shares. */
  readonly splitBy: string | undefined;
  /** New names of columns by their names in the design. */
  readonly names: ReadonlyMap<string, string>;
  readonly hasProvenance: boolean;
}

/** Answers with the number of rows in all files. */
export async function writeRows(options: WriteRowsOptions): Promise<number> {
  const { dataset, out, form, isLeftOut, isForced } = options;
  const { design, store } = dataset;
  const columns = exportColumns(design);
  const names = namesById(columns, form.names);
  const named = columns.map(({ id, name }) => ({ id, name: names[id] ?? name }));
  const choice = {
    rows: 'complete',
    names,
    extra: form.hasProvenance ? provenanceColumns(dataset, named) : [],
    isMadeByDemo: (row: number) => dataset.isMadeByDemo(row),
    isLeftOut,
    hidden: unexportedRows(design),
  } as const;
  const count = exportedRows(store, columns, choice).length;
  if (count === 0 && !isForced) return 0;
  const writer = createRowWriter(fileFormatOf(out) ?? 'jsonl', design);
  for (const { path, part } of filesOf(options)) {
    const rows = exportRows(design, store, { ...choice, part });
    await writer.write(rows, await openFileSink(path));
  }
  return count;
}

/** Throws `UsageError` for columns that the file does not have, or that would share a name. */
export function checkFileForm(design: DatasetDesign, { names, splitBy }: FileForm): void {
  const columns = exportColumns(design);
  for (const name of names.keys())
    if (!columns.some((column) => column.name === name))
      throw new UsageError(`--rename names a column that the file does not have: ${name}.`);
  const chosen = fileNames(columns, namesById(columns, names));
  if (!chosen.ok) throw new UsageError(`Two columns would be called ${chosen.error}.`);
  if (splitBy !== undefined && !design.columns.some(({ name }) => name === splitBy))
    throw new UsageError(`--split-by names a column that the design does not have: ${splitBy}.`);
}

/** `rows.jsonl` becomes `rows-train.jsonl` and so on. */
function filesOf({ dataset, out, form }: WriteRowsOptions) {
  const { design, store } = dataset;
  if (form.split === undefined) return [{ path: out, part: undefined }];
  const column = design.columns.find(({ name }) => name === form.splitBy);
  const by = column && ((row: number) => store.value(column.id, row));
  const split = { parts: form.split, seed: design.seed, by };
  return form.split.map(({ name }, index) => ({
    path: out.replace(/(\.\w+)$/, `-${name}$1`),
    part: { split, index },
  }));
}

function namesById(
  columns: readonly Column[],
  names: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    columns.flatMap(({ id, name }) => {
      const given = names.get(name);
      return given === undefined ? [] : [[id, given]];
    }),
  );
}
