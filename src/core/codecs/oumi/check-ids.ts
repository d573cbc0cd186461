/** Ids of a configuration: unique among each other, and none that the run itself uses. */
import type { OumiParams } from './config.ts';
import { add, at, type Place } from './read-shape.ts';
import type { PathSegment } from '#core/base/diagnostic.ts';

interface Id {
  readonly id: string;
  readonly path: readonly PathSegment[];
}

export function checkIds(params: OumiParams, place: Place): void {
  const ids = idsOf(params);
  const seen = new Set<string>();
  const reserved = new Set(['target_turns', 'current_turn']);
  for (const { id } of params.multiturn_attributes ?? []) reserved.add(`${id ?? ''}_plan`);
  for (const { id, path } of ids) {
    const spot = path.reduce(at, place);
    if (seen.has(id))
      add(spot, 'id-duplicate', { message: `The id “${id}” is used twice. Ids must differ.` });
    if (reserved.has(id))
      add(spot, 'id-reserved', { message: `“${id}” is a name that the run uses itself.` });
    seen.add(id);
  }
}

/** In the order in which Oumi looks at them. Columns without a map and whole documents are not among them. */
function idsOf(params: OumiParams): readonly Id[] {
  const list = <Item>(
    key: keyof OumiParams,
    items: readonly Item[] | null | undefined,
    read: (item: Item) => readonly (string | null | undefined)[],
  ): readonly Id[] =>
    (items ?? []).flatMap((item, index) =>
      read(item).flatMap((id) => (typeof id === 'string' ? [{ id, path: [key, index] }] : [])),
    );
  return [
    ...list('input_data', params.input_data, (item) => Object.values(item.attribute_map ?? {})),
    ...list('input_documents', params.input_documents, (item) => [item.segmentation_params?.id]),
    ...list('input_examples', params.input_examples, (item) =>
      Object.keys(item.examples?.[0] ?? {}),
    ),
    ...list('sampled_attributes', params.sampled_attributes, ({ id }) => [id]),
    ...list('generated_attributes', params.generated_attributes, (item) => [
      item.id,
      item.postprocessing_params?.id,
    ]),
    ...list('multiturn_attributes', params.multiturn_attributes, ({ id }) => [id]),
    ...list('transformed_attributes', params.transformed_attributes, ({ id }) => [id]),
  ];
}
