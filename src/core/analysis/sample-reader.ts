/** A real sample as columns of the design: fields matched by name, texts of a file read as the column's type. */
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import { readColumns, type RowReader } from '#core/rows/row-reader.ts';

export interface MatchedSample {
  readonly rows: RowReader;
  /** Columns that the sample has too, in design order. */
  readonly columns: readonly Column[];
  readonly unmatchedColumns: readonly string[];
  readonly unmatchedFields: readonly string[];
}

/** Names match when they are equal but for case, blanks, `_` and `-`. */
export function matchSample(sample: readonly JsonObject[], design: DatasetDesign): MatchedSample {
  const fields = new Map<string, string>();
  for (const row of sample)
    for (const field of Object.keys(row))
      if (!fields.has(plainName(field))) fields.set(plainName(field), field);
  const matched = design.columns.filter(({ name }) => fields.has(plainName(name)));
  const used = new Set(matched.map(({ name }) => plainName(name)));
  const table = Object.fromEntries(
    matched.map((column) => {
      const field = fields.get(plainName(column.name)) ?? column.name;
      return [column.id, sample.map((row) => readValue(row[field], column))] as const;
    }),
  );
  return {
    rows: readColumns(table),
    columns: matched,
    unmatchedColumns: design.columns
      .filter(({ drop, name }) => !drop && !used.has(plainName(name)))
      .map(({ name }) => name),
    unmatchedFields: [...fields].filter(([plain]) => !used.has(plain)).map(([, field]) => field),
  };
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '');
}

/** Files hold everything as text; a number may carry a unit on either side and separators of thousands. */
function readValue(value: JsonValue | undefined, { type }: Column): JsonValue | undefined {
  if (typeof value !== 'string') return value;
  const text = value.trim();
  if (text === '') return undefined;
  if (type === 'boolean') return readBoolean(text);
  if (type !== 'integer' && type !== 'decimal') return value;
  const sign = /^[^\d]*[-−]/.test(text) ? -1 : 1;
  const plain = text.replace(/^[^\d.]+|\D+$/g, '').replace(/,(?=\d{3}(\D|$))/g, '');
  const number = Number(plain);
  return plain === '' || !Number.isFinite(number) ? undefined : sign * number;
}

/** Undefined for a text that says neither, such as n/a. */
function readBoolean(text: string): boolean | undefined {
  if (/^(true|yes|[ty1])$/i.test(text)) return true;
  return /^(false|no|[fn0])$/i.test(text) ? false : undefined;
}
