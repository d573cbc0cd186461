/** Oumi's rules about where rows come from. */
import { canonicalJson } from '#core/base/json.ts';
import type { OumiData, OumiDocuments, OumiExamples, OumiParams } from './config.ts';
import { at, type Place } from './read-shape.ts';
import { rule } from './rules.ts';

const dataEndings = /\.(?:jsonl|json|csv|parquet|tsv|xlsx)$/i;

export function checkSources(params: OumiParams, place: Place): void {
  const each = <Item>(
    key: 'input_data' | 'input_documents' | 'input_examples',
    items: readonly Item[] | null | undefined,
    check: (item: Item, place: Place) => void,
  ): void => {
    for (const [index, item] of (items ?? []).entries()) check(item, at(at(place, key), index));
  };
  each('input_data', params.input_data, checkData);
  each('input_documents', params.input_documents, checkDocuments);
  each('input_examples', params.input_examples, checkExamples);
}

function checkData({ path, id, num_shots: shots }: OumiData, place: Place): void {
  const check = rule(place);
  check(path === '', 'path', ['dataset-path-empty', 'The path is empty.']);
  if (path === undefined || path === '' || isHosted(path)) return;
  check(!dataEndings.test(path), 'path', [
    'dataset-file-type',
    'A data file ends in .jsonl, .json, .csv, .parquet, .tsv or .xlsx.',
  ]);
  checkShots(shots, id, place);
}

/** Paths of a data set on a server; Oumi skips every further check for them. */
function isHosted(path: string): boolean {
  const [scheme] = path.split(':');
  return path.includes(':') && (scheme === 'hf' || scheme === 'oumi');
}

function checkShots(
  shots: number | null | undefined,
  id: string | null | undefined,
  place: Place,
): void {
  rule(place)((shots ?? 0) > 1 && (id ?? null) === null, 'num_shots', [
    'shots-need-id',
    'Several rows at once need an id, under which a template finds them.',
  ]);
}

function checkDocuments(source: OumiDocuments, place: Place): void {
  const check = rule(place);
  check(source.path === '', 'path', ['document-path-empty', 'The path is empty.']);
  check(source.id === '', 'id', ['document-id-empty', 'The id is empty.']);
  const segments = source.segmentation_params;
  if (!segments) return;
  const { segment_length: length = 2048, segment_overlap: overlap = 0 } = segments;
  const inside = rule(at(place, 'segmentation_params'));
  inside(segments.tokenizer === '', 'tokenizer', ['segment-tokenizer-empty', 'Name a tokenizer.']);
  inside(length <= 0, 'segment_length', ['segment-length', 'A segment has 1 token at least.']);
  inside(overlap < 0, 'segment_overlap', ['segment-overlap-negative', 'It cannot be negative.']);
  inside(length > 0 && overlap >= length, 'segment_overlap', [
    'segment-overlap-too-large',
    'Segments must overlap by less than their length.',
  ]);
}

function checkExamples({ examples = [], id, num_shots: shots }: OumiExamples, place: Place): void {
  const check = rule(place);
  check(examples.length === 0, 'examples', ['examples-empty', 'There is no example.']);
  const keys = new Set(examples.map((example) => canonicalJson(Object.keys(example).sort())));
  check(keys.size > 1, 'examples', ['examples-keys-differ', 'All examples need the same keys.']);
  checkShots(shots, id, place);
}
