/** Sources of a design as Oumi's three kinds of them. */
import type { JsonObject } from '#core/base/json.ts';
import type { Column, DatasetDesign, Source } from '#core/design/design.ts';
import { given } from '#core/codecs/draft.ts';
import type { Losses } from './losses.ts';

type SourceOf<Kind extends Source['kind']> = Extract<Source, { kind: Kind }>;

/** Sources that no column reads are left out. */
export function writeSources(design: DatasetDesign, losses: Losses): JsonObject {
  const used = design.sources.filter(({ id }) => readersOf(design, id).length > 0);
  for (const [index, { name, order }] of design.sources.entries())
    if (order === 'shuffle')
      losses.add(['sources', index, 'order'], `Oumi takes the rows of ${name} in order.`);
  const of = <Kind extends Source['kind']>(kind: Kind): readonly SourceOf<Kind>[] =>
    used.filter((source): source is SourceOf<Kind> => source.kind === kind);
  return {
    ...list(
      'input_data',
      of('file').map((source) => writeData(source, design)),
    ),
    ...list(
      'input_documents',
      of('document').map((source) => writeDocuments(source, design)),
    ),
    ...list(
      'input_examples',
      of('inline').map((source) => writeExamples(source, design)),
    ),
  };
}

export function list(key: string, items: readonly JsonObject[]): JsonObject {
  return items.length === 0 ? {} : { [key]: items };
}

function readersOf({ columns }: DatasetDesign, id: string): readonly Column[] {
  return columns.filter(
    ({ fill }) => (fill.kind === 'source' || fill.kind === 'shots') && fill.source === id,
  );
}

function shotsOf(design: DatasetDesign, id: string): JsonObject {
  for (const { name, fill } of readersOf(design, id))
    if (fill.kind === 'shots') return { id: name, num_shots: Math.max(2, fill.count) };
  return {};
}

function writeData(source: SourceOf<'file'>, design: DatasetDesign): JsonObject {
  const { path, split, revision, fields, id } = source;
  return {
    path,
    ...given({ hf_split: split, hf_revision: revision, attribute_map: fields }),
    ...shotsOf(design, id),
  };
}

function writeDocuments(source: SourceOf<'document'>, design: DatasetDesign): JsonObject {
  const { path, field, segments, id } = source;
  const shots = shotsOf(design, id);
  return {
    path,
    id: field,
    ...(segments === undefined
      ? {}
      : {
          segmentation_params: {
            id: segments.field,
            tokenizer: segments.tokenizer,
            segment_length: segments.length,
            segment_overlap: segments.overlap,
            keep_original_text: segments.keepWhole,
          },
        }),
    ...shots,
  };
}

function writeExamples(source: SourceOf<'inline'>, design: DatasetDesign): JsonObject {
  const readers = readersOf(design, source.id);
  const names = new Map(
    readers.flatMap(({ name, fill }) => (fill.kind === 'source' ? [[fill.field, name]] : [])),
  );
  const examples = source.rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [names.get(key) ?? key, value])),
  );
  return { examples, ...shotsOf(design, source.id) };
}
