/** Gives a source the rows of its files, and the design the columns that they bring along. */
import { isJsonObject, type JsonObject } from '#core/base/json.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import { createNamer, isPlainId, slugOf } from '#core/design/column-names.ts';
import { columnTypeOf } from '#core/design/column-type-of.ts';
import type { Column, DatasetDesign, Source } from '#core/design/design.ts';
import { parseDocumentFile, parseSourceFile, type SourceFile } from './parse-source-file.ts';
import { segmentText, type Tokenizer } from './segment-text.ts';

export interface SourceFiles {
  /** One, or all that a path with `*` asks for; their rows follow each other. */
  readonly files: readonly SourceFile[];
  readonly loadTokenizer: () => Promise<Tokenizer>;
}

/** Fails with a sentence. The design is not changed; the new one shares what stays. */
export async function attachSource(
  design: DatasetDesign,
  source: Source,
  { files, loadTokenizer }: SourceFiles,
): Promise<Result<DatasetDesign, string>> {
  const all: JsonObject[] = [];
  for (const file of files) {
    const rows =
      source.kind === 'document'
        ? await documentRows(source, file, loadTokenizer)
        : await dataRows(source, file);
    if (!rows.ok) return rows;
    if (rows.value.length === 0) return failure(`${file.name} has no rows.`);
    for (const row of rows.value) all.push(row);
  }
  return success(attachRows(design, source, all));
}

/** As `attachSource`, for rows that are read already. */
export function attachRows(
  design: DatasetDesign,
  source: Source,
  rows: readonly JsonObject[],
): DatasetDesign {
  const sources = design.sources.map((other) =>
    other.id === source.id ? { ...other, rows } : other,
  );
  return { ...design, sources, columns: withColumns(design, source, rows) };
}

type DocumentSource = Extract<Source, { kind: 'document' }>;

async function documentRows(
  { field, segments }: DocumentSource,
  file: SourceFile,
  loadTokenizer: () => Promise<Tokenizer>,
): Promise<Result<readonly JsonObject[], string>> {
  const text = parseDocumentFile(file);
  if (!text.ok) return text;
  if (text.value.trim() === '') return failure(`${file.name} is blank.`);
  if (segments === undefined) return success([{ [field]: text.value }]);
  const pieces = segmentText(text.value, await loadTokenizer(), segments);
  const whole = segments.keepWhole ? { [field]: text.value } : {};
  return success(pieces.map((piece) => ({ [segments.field]: piece, ...whole })));
}

async function dataRows(
  source: Source,
  file: SourceFile,
): Promise<Result<readonly JsonObject[], string>> {
  const rows = await parseSourceFile(file);
  return rows.ok ? mappedRows(rows.value, source) : rows;
}

/** With a map only mapped fields stay, under their new names. Fails where no row has a mapped field. */
export function mappedRows(
  rows: readonly JsonObject[],
  source: Source,
): Result<readonly JsonObject[], string> {
  if (source.kind !== 'file' || source.fields === undefined) return success(rows);
  const fields = Object.entries(source.fields);
  const missing = fields.find(([old]) => !rows.some((row) => Object.hasOwn(row, old)));
  if (missing !== undefined) return failure(`The file has no field “${missing[0]}”.`);
  return success(
    rows.map((row) => Object.fromEntries(fields.map(([old, fresh]) => [fresh, row[old] ?? null]))),
  );
}

/** In Oumi a later source writes over what earlier ones gave to a row; its fields take their columns over. */
function takenOver(
  { dialect, sources, columns }: DatasetDesign,
  { id: later }: Source,
  rows: readonly JsonObject[],
): readonly Column[] {
  if (dialect !== 'oumi') return columns;
  const place = (sourceId: string): number => sources.findIndex(({ id }) => id === sourceId);
  return columns.map((column) => {
    const { fill, name } = column;
    if (fill.kind !== 'source' || place(fill.source) >= place(later)) return column;
    const isGiven = rows.some((row) => Object.hasOwn(row, name));
    return isGiven ? { ...column, fill: { kind: 'source', source: later, field: name } } : column;
  });
}

/** Columns of the source take the type of their values; fields without a column get one, unless picked rows are read as lists. */
function withColumns(
  design: DatasetDesign,
  source: Source,
  rows: readonly JsonObject[],
): readonly Column[] {
  const columns = takenOver(design, source, rows);
  const typed = columns.map((column): Column => {
    const { fill } = column;
    if (fill.kind !== 'source' || fill.source !== source.id) return column;
    return { ...column, type: columnTypeOf(rows.map((row) => row[fill.field] ?? null)) };
  });
  const isRead = design.columns.some(
    ({ fill }) => isJsonObject(fill) && 'source' in fill && fill.source === source.id,
  );
  if (isRead) return typed;
  const taken = new Set(typed.map(({ name }) => name));
  const namer = createNamer(new Set(typed.map(({ id }) => id)));
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter(
    (field) => !taken.has(field),
  );
  const added = fields.map((field): Column => ({
    id: namer(isPlainId(field) ? field : slugOf(field)),
    name: field,
    description: '',
    type: columnTypeOf(rows.map((row) => row[field] ?? null)),
    fill: { kind: 'source', source: source.id, field },
    nullRate: 0,
    drop: false,
  }));
  return [...added, ...typed];
}
