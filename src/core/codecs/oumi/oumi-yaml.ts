/** Oumi's synthesis configurations as a design format: read leniently, judged strictly, written back into the file they came from. */
import { Document, parseDocument } from 'yaml';
import type { Diagnostic, JsonPath } from '#core/base/diagnostic.ts';
import type { JsonObject } from '#core/base/json.ts';
import { success, type Result } from '#core/base/result.ts';
import { createDesign } from '#core/design/defaults.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { restoreDesign, type RestoredDesign } from '#core/design/restore.ts';
import type { DesignCodec, EncodedDesign } from '#core/codecs/design-codec.ts';
import type { OumiConfig } from './config.ts';
import { createDraft } from '#core/codecs/draft.ts';
import { applyExtras, extrasNotices, extrasOf, readExtras, withExtras } from './extras.ts';
import { loadConfig, type LoadedConfig } from './load-config.ts';
import { mergeYaml } from './merge-yaml.ts';
import { structureOnly } from './parse-yaml.ts';
import { readCombinations, readAttributes, readPassthrough } from './read-attributes.ts';
import { readEnvironments } from './read-environments.ts';
import { aliasName, readInference } from './read-inference.ts';
import { readSources } from './read-sources.ts';
import { checkStatically } from './static-checks.ts';
import { writeConfig } from './write-config.ts';
import { finishYaml, yamlValue } from './yaml-value.ts';

export const oumiYaml: DesignCodec = {
  id: 'oumi-yaml',
  label: 'Oumi configuration (YAML)',
  encode,
  decode,
};

export interface OpenedConfig extends RestoredDesign {
  /** The line of the file that a place of the design came from; undefined for places it has not got. */
  readonly lineOf: (path: JsonPath) => number | undefined;
}

function decode(text: string): Result<RestoredDesign, readonly Diagnostic[]> {
  return openConfig(text);
}

/** As `decode`, with lines. Errors among the notices are what Oumi itself would refuse. */
export function openConfig(text: string): Result<OpenedConfig, readonly Diagnostic[]> {
  const loaded = loadConfig(text);
  if (!loaded.ok) return loaded;
  const { draft, places, notices } = draftOf(loaded.value, text);
  const restored = restoreDesign(draft);
  if (!restored.ok) return restored;
  const { design } = restored.value;
  const { findings } = loaded.value;
  const lineAt = (path: JsonPath): number | undefined => {
    for (let length = path.length; length > 0; length -= 1) {
      const line = findings.lines.get(JSON.stringify(path.slice(0, length)));
      if (line !== undefined) return line;
    }
    return undefined;
  };
  const own = [...findings.items, ...notices].map((item) => ({
    ...item,
    ...(item.line === undefined ? lineRecord(lineAt(item.path)) : {}),
  }));
  const lineOf = (path: JsonPath): number | undefined => lineAt(placeOf(path, design, places));
  return success({ design, notices: [...own, ...restored.value.notices], lineOf });
}

function lineRecord(line: number | undefined): { readonly line?: number } {
  return line === undefined ? {} : { line };
}

interface ReadDraft {
  readonly draft: JsonObject;
  readonly places: ReadonlyMap<string, JsonPath>;
  readonly notices: readonly Diagnostic[];
}

function draftOf({ config }: LoadedConfig, text: string): ReadDraft {
  const { strategy_params: params = {}, inference_config: inference = {} } = config;
  const draft = createDraft();
  readSources(params, draft);
  readAttributes(params, draft, aliasName);
  const columns = readPassthrough(params, draft);
  const combinations = readCombinations(params, draft);
  const environments = readEnvironments(config.environment_config?.environments ?? []);
  const { alias, notices } = readInference(inference);
  const design: JsonObject = {
    version: 1,
    name: nameOf(config.output_path),
    dialect: 'oumi',
    rows: Math.max(0, config.num_samples ?? 1),
    models: [alias],
    sources: draft.sources,
    columns: draft.columns,
    calls: draft.calls,
    ...(combinations.length === 0 || (params.sampled_attributes ?? []).length === 0
      ? {}
      : { combinations }),
    ...(environments.length === 0 ? {} : { environments }),
    ...environmentsFileOf(config),
    variety: { avoidRecent: 0 },
    output: { format: 'jsonl', ...(columns === undefined ? {} : { columns }) },
    origin: { format: 'oumi-yaml', text: withoutKey(text) },
  };
  const extras = applyExtras(design, readExtras(text));
  return {
    draft: extras,
    places: draft.places,
    notices: [...notices, ...checkStatically(config), ...checkSamples(config.num_samples)],
  };
}

function environmentsFileOf(config: OumiConfig): JsonObject {
  const { environment_config_path: path, environment_config: own } = config;
  const isElsewhere = (path ?? '') !== '' && (own ?? undefined) === undefined;
  return isElsewhere ? { environmentsFile: { path: path ?? '' } } : {};
}

function checkSamples(samples = 1): readonly Diagnostic[] {
  if (samples > 0) return [];
  const message = 'Oumi needs one sample at least, and stops when the run begins.';
  return [
    { path: ['num_samples'], code: 'sample-count-not-positive', severity: 'warning', message },
  ];
}

function nameOf(path: string | null | undefined): string {
  const name = path
    ?.split(/[/\\]/)
    .at(-1)
    ?.replace(/\.jsonl$/, '');
  return name === undefined || name === '' ? 'Oumi design' : name;
}

/** A key in the file must not get into the design, not even inside the text that is kept. */
function withoutKey(text: string): string {
  if (!text.includes('api_key')) return text;
  const document = parseDocument(text, structureOnly);
  const path = ['inference_config', 'remote_params', 'api_key'];
  if (document.getIn(path) === undefined) return text;
  document.deleteIn(path);
  return document.toString({ lineWidth: 0 });
}

const fixedPlaces: ReadonlyMap<string, JsonPath> = new Map<string, JsonPath>([
  ['models', ['inference_config']],
  ['rows', ['num_samples']],
  ['combinations', ['strategy_params', 'combination_sampling']],
  ['environments', ['environment_config', 'environments']],
  ['environmentsFile', ['environment_config_path']],
]);

/** The place in the file of a place in the design. */
function placeOf(
  path: JsonPath,
  design: DatasetDesign,
  places: ReadonlyMap<string, JsonPath>,
): JsonPath {
  const [list, index] = path;
  const fixed = fixedPlaces.get(String(list));
  if (fixed !== undefined) return typeof index === 'number' ? [...fixed, index] : fixed;
  if (list !== 'columns' && list !== 'sources' && list !== 'calls') return [];
  const place = places.get(`${list} ${design[list][Number(index)]?.id ?? ''}`) ?? [];
  return path[2] === 'messages' ? messagePlace(place, path) : place;
}

function messagePlace(place: JsonPath, [, , , message]: JsonPath): JsonPath {
  return [...place, 'instruction_messages', Number(message), 'content'];
}

function encode(design: DatasetDesign): EncodedDesign {
  const { tree, losses } = writeConfig(design);
  const origin = design.origin?.format === 'oumi-yaml' ? design.origin.text : undefined;
  const opened = origin === undefined ? undefined : openConfig(origin);
  const base = opened?.ok === true ? opened.value.design : undefined;
  const text = withExtras(
    base === undefined || origin === undefined
      ? yamlText(freshDocument(tree))
      : mergedText(origin, writeConfig(base).tree, tree),
    {},
  );
  const plain = openConfig(text);
  const extras = extrasOf(design, plain.ok ? plain.value.design : createDesign({}));
  return {
    text: withExtras(text, extras),
    notices: [...losses.items, ...extrasNotices(extras)],
  };
}

function freshDocument(tree: JsonObject): Document {
  const document = new Document(null, structureOnly);
  document.contents = yamlValue({ strategy: 'GENERAL', ...tree });
  return document;
}

/** The file as it was, to the letter, where nothing has changed. */
function mergedText(origin: string, before: JsonObject, after: JsonObject): string {
  if (JSON.stringify(before) === JSON.stringify(after)) return origin;
  const document: Document = parseDocument(origin.replace(/^\uFEFF/, ''), structureOnly);
  mergeYaml(document, before, after);
  return yamlText(document);
}

function yamlText(document: Document): string {
  return finishYaml(document.toString({ lineWidth: 0 }));
}
