/** Oumi's rules about a configuration that its types do not say, all of them and not only the first. */
import type { OumiConfig, OumiGeneration, OumiRemote } from './config.ts';
import { checkAttributes } from './check-attributes.ts';
import { checkEnvironments } from './check-environments.ts';
import { checkIds } from './check-ids.ts';
import { checkSources } from './check-sources.ts';
import { rule, type Rules } from './rules.ts';
import { at, type Place } from './read-shape.ts';

export function checkConfig(config: OumiConfig, place: Place): void {
  const { strategy_params: params = {}, inference_config: inference = {} } = config;
  checkInference(inference, at(place, 'inference_config'));
  const strategy = at(place, 'strategy_params');
  checkSources(params, strategy);
  checkAttributes(params, strategy);
  checkIds(params, strategy);
  checkEnvironments(config, place);
  checkPaths(config, place);
}

function checkPaths(config: OumiConfig, place: Place): void {
  const { output_path: output, environment_config_path: path } = config;
  const check = rule(place);
  check(output === '', 'output_path', ['output-path-empty', 'The output path is empty.']);
  const isWrong = typeof output === 'string' && output !== '' && !output.endsWith('.jsonl');
  check(isWrong, 'output_path', ['output-path-suffix', 'The output path must end in .jsonl.']);
  check(path === '', 'environment_config_path', ['env-path-empty', 'The path is empty.']);
  check(
    typeof path === 'string' &&
      typeof config.environment_config === 'object' &&
      config.environment_config !== null,
    'environment_config_path',
    ['env-both', 'Give the environments here or in a file of their own, not both.'],
  );
}

function checkInference(
  inference: NonNullable<OumiConfig['inference_config']>,
  place: Place,
): void {
  const check = rule(place);
  check(typeof inference.input_path === 'string', 'input_path', [
    'inference-input-path',
    'Synthesis takes no input path here.',
  ]);
  check(typeof inference.output_path === 'string', 'output_path', [
    'inference-output-path',
    'Synthesis takes no output path here.',
  ]);
  checkGeneration(inference.generation ?? {}, rule(at(place, 'generation')));
  if (inference.remote_params)
    checkRemote(inference.remote_params, rule(at(place, 'remote_params')));
}

function checkGeneration(generation: OumiGeneration, check: Rules): void {
  const { temperature, top_p: topP, min_p: minP, num_beams: beams, batch_size: batch } = generation;
  check(below(temperature, 0), 'temperature', ['temperature-negative', 'It cannot be negative.']);
  check(outside(topP), 'top_p', ['top-p-range', 'It lies between 0 and 1.']);
  check(outside(minP), 'min_p', ['min-p-range', 'It lies between 0 and 1.']);
  check(below(beams, 1), 'num_beams', ['num-beams', 'It is 1 at least.']);
  check(below(batch, 1), 'batch_size', ['batch-size', 'It is 1 at least.']);
  const biases = Object.values(generation.logit_bias ?? {});
  check(
    biases.some((bias) => Math.abs(bias) > 100),
    'logit_bias',
    ['logit-bias-range', 'A bias lies between -100 and 100.'],
  );
  const guided = generation.guided_decoding ?? {};
  const ways = [guided.json, guided.regex, guided.choice].filter((way) => (way ?? null) !== null);
  check(ways.length > 1, 'guided_decoding', [
    'guided-exclusive',
    'Only one of json, regex and choice can be given.',
  ]);
}

function checkRemote(remote: OumiRemote, check: Rules): void {
  const { retry_backoff_base: base = 1, retry_backoff_max: most = 30 } = remote;
  check(below(remote.max_retries, 0), 'max_retries', ['max-retries', 'It cannot be negative.']);
  check(base <= 0, 'retry_backoff_base', ['backoff-base', 'It must be above 0.']);
  check(base > 0 && most < base, 'retry_backoff_max', [
    'backoff-max',
    'It cannot be less than retry_backoff_base.',
  ]);
  check(below(remote.connection_timeout, 0), 'connection_timeout', [
    'timeout-negative',
    'It cannot be negative.',
  ]);
  check(below(remote.num_workers, 1), 'num_workers', ['num-workers', 'It is 1 at least.']);
  const politeness = remote.politeness_policy ?? 0;
  check(!(politeness >= 0 && politeness < Infinity), 'politeness_policy', [
    'politeness-negative',
    'It is 0 or more seconds.',
  ]);
  for (const key of [
    'requests_per_minute',
    'input_tokens_per_minute',
    'output_tokens_per_minute',
  ] as const)
    check(below(remote[key], 1), key, ['per-minute', 'It is 1 at least.']);
}

function below(value: number | null | undefined, least: number): boolean {
  return typeof value === 'number' && value < least;
}

function outside(rate: number | null | undefined): boolean {
  return typeof rate === 'number' && !(rate >= 0 && rate <= 1);
}
