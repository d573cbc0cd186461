/** `inference_config` as a model alias: who answers, with which parameters, how fast. */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import type { JsonObject } from '#core/base/json.ts';
import type { OumiGeneration, OumiInference, OumiRemote } from './config.ts';
import { given } from '#core/codecs/draft.ts';
import { engineAddress, findEngine, type Engine } from './engines.ts';

export const aliasName = 'writer';

export interface ReadInference {
  readonly alias: JsonObject;
  readonly notices: readonly Diagnostic[];
}

export function readInference(inference: OumiInference): ReadInference {
  const { model = {}, generation = {}, remote_params: remote } = inference;
  const engine = findEngine(inference.engine);
  const endpoint = addressOf(remote?.api_url) ?? engineAddress(engine.name);
  const alias = {
    alias: aliasName,
    provider: engine.provider,
    model: model.model_name ?? '',
    ...given({ endpoint, topP: generation.top_p, parameters: parametersOf(generation, engine) }),
    temperature: generation.temperature ?? 0,
    maxTokens: Math.max(1, generation.max_new_tokens ?? 1024),
    pace: paceOf(remote, engine),
  };
  return { alias, notices: [...engineNotice(engine), ...keyNotice(remote)] };
}

/** What a provider takes beside the usual, under its own names; undefined when there is nothing. */
function parametersOf(generation: OumiGeneration, { provider }: Engine): JsonObject | undefined {
  const { seed, stop_strings: stop } = generation;
  const parameters =
    provider === 'anthropic'
      ? given({ stop_sequences: stop })
      : given({
          seed,
          stop,
          frequency_penalty: unlessZero(generation.frequency_penalty),
          presence_penalty: unlessZero(generation.presence_penalty),
        });
  const isEmpty = provider === 'google' || Object.keys(parameters).length === 0;
  return isEmpty ? undefined : parameters;
}

function unlessZero(penalty: number | undefined): number | undefined {
  return penalty === 0 ? undefined : penalty;
}

/** Oumi names the whole address of the chat call; a base URL is what stands before it. */
function addressOf(url: string | null | undefined): string | undefined {
  return url?.replace(/\/(?:chat\/completions|messages|responses)\/?$/, '');
}

/** Each worker rests after its answer, so that politeness bounds the requests of a minute. */
function paceOf(remote: OumiRemote | null | undefined, engine: Engine): JsonObject {
  const workers = remote ? (remote.num_workers ?? 1) : engine.workers;
  const politeness = remote ? (remote.politeness_policy ?? 0) : engine.politeness;
  return {
    concurrency: Math.max(1, workers),
    ...given({
      requestsPerMinute: slower(politeRate(workers, politeness), remote?.requests_per_minute),
      inputTokensPerMinute: remote?.input_tokens_per_minute,
      outputTokensPerMinute: remote?.output_tokens_per_minute,
      maxRetries: remote?.max_retries,
    }),
  };
}

function politeRate(workers: number, politeness: number): number | undefined {
  return politeness > 0 ? Math.max(1, Math.floor((workers * 60) / politeness)) : undefined;
}

function slower(first: number | undefined, second: number | null | undefined): number | undefined {
  const rates = [first, second].filter((rate) => typeof rate === 'number');
  return rates.length === 0 ? undefined : Math.min(...rates);
}

function engineNotice({ name, provider, obstacle }: Engine): readonly Diagnostic[] {
  if (obstacle === undefined) return [];
  return [
    {
      path: ['inference_config', 'engine'],
      code: 'engine-not-reachable',
      severity: 'warning',
      message: `The engine ${name} cannot be used from here: ${obstacle}. The closest is “${provider}”; choose another one in Model settings.`,
    },
  ];
}

function keyNotice(remote: OumiRemote | null | undefined): readonly Diagnostic[] {
  if ((remote?.api_key ?? '') === '') return [];
  return [
    {
      path: ['inference_config', 'remote_params', 'api_key'],
      code: 'key-in-design',
      severity: 'warning',
      message:
        'Keys never live in a design: api_key was left out. Keys are typed in Model settings. If this file was shared, make a new key.',
    },
  ];
}
