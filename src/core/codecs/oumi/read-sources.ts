/** Examples, data files and documents as sources, and a column for each field that they give to a row. */
import type { JsonPath } from '#core/base/diagnostic.ts';
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import { columnTypeOf } from '#core/design/column-type-of.ts';
import type { OumiData, OumiDocuments, OumiExamples, OumiParams } from './config.ts';
import { given, type Draft } from '#core/codecs/draft.ts';

/** In the order in which Oumi fills a row: examples, then data, then documents. */
export function readSources(params: OumiParams, draft: Draft): void {
  for (const [index, source] of (params.input_examples ?? []).entries())
    readExamples(source, draft, ['strategy_params', 'input_examples', index]);
  for (const [index, source] of (params.input_data ?? []).entries())
    readData(source, draft, ['strategy_params', 'input_data', index]);
  for (const [index, source] of (params.input_documents ?? []).entries())
    readDocuments(source, draft, ['strategy_params', 'input_documents', index]);
}

function readExamples(source: OumiExamples, draft: Draft, from: JsonPath): void {
  const rows = source.examples ?? [];
  const id = addSource(draft, from, {
    name: source.id ?? 'examples',
    kind: 'inline',
    rows,
  });
  if (addShots({ id, name: source.id, shots: source.num_shots }, draft, from)) return;
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  for (const field of fields)
    draft.addColumn(field, fieldColumn(id, field, rows), [...from, 'examples']);
}

function readData(source: OumiData, draft: Draft, from: JsonPath): void {
  const path = source.path ?? '';
  const fields = source.attribute_map ?? undefined;
  const id = addSource(draft, from, {
    name: source.id ?? baseName(path),
    kind: 'file',
    path,
    ...given({ split: source.hf_split, revision: source.hf_revision, fields }),
  });
  if (addShots({ id, name: source.id, shots: source.num_shots }, draft, from)) return;
  for (const field of Object.values(fields ?? {}))
    draft.addColumn(field, fieldColumn(id, field, []), [...from, 'attribute_map']);
}

function readDocuments(source: OumiDocuments, draft: Draft, from: JsonPath): void {
  const field = source.id ?? 'document';
  const segments = source.segmentation_params;
  const id = addSource(draft, from, {
    name: field,
    kind: 'document',
    path: source.path ?? '',
    field,
    ...(segments
      ? {
          segments: given({
            field: segments.id === '' ? undefined : segments.id,
            tokenizer: segments.tokenizer,
            length: segments.segment_length,
            overlap: segments.segment_overlap,
            keepWhole: segments.keep_original_text,
          }),
        }
      : {}),
  });
  if (addShots({ id, name: source.id, shots: source.num_shots }, draft, from)) return;
  if (segments)
    draft.addColumn(segments.id ?? 'segment', fieldColumn(id, segments.id ?? 'segment', []), from);
  if (!segments || segments.keep_original_text === true)
    draft.addColumn(field, fieldColumn(id, field, []), from);
}

function addSource(draft: Draft, from: JsonPath, source: JsonObject & { name: string }): string {
  const id = draft.idFor('sources', source.name);
  draft.sources.push({ ...source, id, name: id, order: 'sequence' });
  draft.places.set(`sources ${id}`, from);
  return id;
}

interface Shots {
  readonly id: string;
  readonly name: string | null | undefined;
  readonly shots: number | null | undefined;
}

/** One list column in place of the fields; false for round robin. */
function addShots({ id, name, shots }: Shots, draft: Draft, from: JsonPath): boolean {
  if ((shots ?? 0) <= 1) return false;
  const fill = { kind: 'shots', source: id, count: shots ?? 1 };
  draft.addColumn(name ?? id, { type: 'list', fill }, from);
  return true;
}

function fieldColumn(source: string, field: string, rows: readonly JsonObject[]): JsonObject {
  const values = rows.flatMap((row): JsonValue[] =>
    Object.hasOwn(row, field) ? [row[field] ?? null] : [],
  );
  return { type: columnTypeOf(values), fill: { kind: 'source', source, field } };
}

function baseName(path: string): string {
  const name = path.split(/[/\\]/).at(-1) ?? path;
  return name.replace(/\.[a-z0-9]+$/i, '') || 'data';
}
