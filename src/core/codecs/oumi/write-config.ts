/** A design as the plain tree of a configuration: what Oumi can say of it, and a list of what it cannot. */
import { isJsonObject, type JsonObject } from '#core/base/json.ts';
import type { DatasetDesign, ModelAlias } from '#core/design/design.ts';
import { given } from '#core/codecs/draft.ts';
import { engineOfProvider } from './engines.ts';
import { readEnvironmentsFile } from './environments-file.ts';
import { createLosses, type Losses } from './losses.ts';
import {
  placedColumns,
  writeCombinations,
  writeGenerated,
  writeMultiturn,
  writeSampled,
  writeTransformed,
  type Writing,
} from './write-attributes.ts';
import { writeEnvironments } from './write-environments.ts';
import { list, writeSources } from './write-sources.ts';
import { createTemplateWriter } from './write-template.ts';

export interface WrittenConfig {
  readonly tree: JsonObject;
  readonly losses: Losses;
}

/** Keys that hold their default are left out; enums are names. */
export function writeConfig(design: DatasetDesign): WrittenConfig {
  const losses = createLosses();
  const writing: Writing = { design, losses, template: createTemplateWriter(design, losses) };
  const params: JsonObject = {
    ...writeSources(design, losses),
    ...list('sampled_attributes', writeSampled(design)),
    ...list('combination_sampling', writeCombinations(writing)),
    ...list('generated_attributes', writeGenerated(writing)),
    ...list('multiturn_attributes', writeMultiturn(writing)),
    ...list('transformed_attributes', writeTransformed(writing)),
    ...writePassthrough(design),
  };
  listColumns(writing);
  return {
    losses,
    tree: {
      num_samples: design.rows,
      strategy_params: params,
      ...writeEnvironmentConfig(design),
      inference_config: writeInference(design, losses),
    },
  };
}

/** The path of the file they came from while they are as it says, else the environments themselves. */
function writeEnvironmentConfig(design: DatasetDesign): JsonObject {
  const environments = writeEnvironments(design.environments);
  const { environmentsFile: file } = design;
  if (file !== undefined && isAsInFile(environments, file.text))
    return { environment_config_path: file.path };
  return environments.length === 0 ? {} : { environment_config: { environments } };
}

function isAsInFile(environments: readonly JsonObject[], text: string | undefined): boolean {
  if (text === undefined) return environments.length === 0;
  const read = readEnvironmentsFile(text);
  return read.ok && isSameTree(writeEnvironments(read.value.environments), environments);
}

function writePassthrough({ columns, output }: DatasetDesign): JsonObject {
  if (output.columns === undefined) return {};
  const names = output.columns.flatMap(
    (id) => columns.find((column) => column.id === id)?.name ?? [],
  );
  return { passthrough_attributes: names };
}

const expressible: ReadonlySet<string> = new Set([
  ...['category', 'source', 'shots', 'generated', 'postprocess', 'pick'],
  ...['template', 'list', 'object', 'chat'],
]);

function listColumns({ design, losses }: Writing): void {
  for (const { column, path } of placedColumns(design)) {
    const { name, fill, nullRate, skip } = column;
    if (!expressible.has(fill.kind))
      losses.add(path, `Oumi has no ${fill.kind} columns, so ${name} was left out.`);
    if (nullRate > 0) losses.add([...path, 'nullRate'], `Oumi leaves no cells of ${name} empty.`);
    if (skip !== undefined) losses.add([...path, 'skip'], `Oumi skips no rows of ${name}.`);
  }
}

function writeInference({ models, calls }: DatasetDesign, losses: Losses): JsonObject {
  const used = models.filter(({ alias }) => calls.some(({ model }) => model === alias));
  const model = used[0] ?? models[0];
  if (used.length > 1)
    losses.add(
      ['models'],
      `Oumi uses one model for everything. ${used[0]?.alias ?? ''} was taken; the others stand in a comment.`,
    );
  if (model === undefined) return { model: { model_name: 'unknown' } };
  return {
    model: { model_name: model.model === '' ? 'unknown' : model.model },
    engine: engineOfProvider(model.provider),
    ...generationOf(model),
    ...remoteOf(model),
  };
}

function generationOf(model: ModelAlias): JsonObject {
  const { parameters = {} } = model;
  const generation = given({
    max_new_tokens: model.maxTokens,
    temperature: model.temperature,
    top_p: model.topP,
    seed: parameters.seed,
    frequency_penalty: parameters.frequency_penalty,
    presence_penalty: parameters.presence_penalty,
    stop_strings: parameters.stop ?? parameters.stop_sequences,
  });
  return Object.keys(generation).length === 0 ? {} : { generation };
}

function remoteOf({ endpoint, pace = {} }: ModelAlias): JsonObject {
  const remote = given({
    api_url:
      endpoint === undefined ? undefined : `${endpoint.replace(/\/+$/, '')}/chat/completions`,
    num_workers: pace.concurrency,
    requests_per_minute: pace.requestsPerMinute,
    input_tokens_per_minute: pace.inputTokensPerMinute,
    output_tokens_per_minute: pace.outputTokensPerMinute,
    max_retries: pace.maxRetries,
  });
  return Object.keys(remote).length === 0 ? {} : { remote_params: remote };
}

/** Places at which two trees differ in the value of a key, for tests and for merging. */
export function isSameTree(first: unknown, second: unknown): boolean {
  if (Array.isArray(first) && Array.isArray(second))
    return (
      first.length === second.length &&
      first.every((item, index) => isSameTree(item, second[index]))
    );
  if (!isRecordLike(first) || !isRecordLike(second)) return Object.is(first, second);
  const keys = Object.keys(first);
  return (
    keys.length === Object.keys(second).length &&
    keys.every((key) => Object.hasOwn(second, key) && isSameTree(first[key], second[key]))
  );
}

function isRecordLike(value: unknown): value is JsonObject {
  return isJsonObject(value);
}
