/** Model configurations as model aliases. Who answers, and with which key, is set up here by the user. */
import type { JsonPath } from '#core/base/diagnostic.ts';
import type { JsonObject } from '#core/base/json.ts';
import { fieldValue } from '#core/design/field-value.ts';
import { providerOf } from './providers.ts';
import { columnOf, keepSettings, type Reading } from './reading.ts';
import { isSet, numberAt, objectAt, objectsAt, textAt } from './values.ts';

export function readModels(config: JsonObject, reading: Reading): readonly JsonObject[] {
  return objectsAt(config, 'model_configs').flatMap(({ item, index }): readonly JsonObject[] => {
    const path: JsonPath = ['model_configs', index];
    const alias = textAt(item, 'alias') ?? `model_${index + 1}`;
    const inference = objectAt(item, 'inference_parameters');
    const kind = textAt(inference, 'generation_type') ?? 'chat-completion';
    if (kind !== 'chat-completion') {
      reading.kept.add(
        path,
        `${alias}: models for ${kind}s are kept in the file and not used here.`,
      );
      return [];
    }
    noteSettings(item, inference, { path, alias, reading });
    const extra = objectAt(inference, 'extra_body');
    const concurrency = numberAt(inference, 'max_parallel_requests');
    return [
      columnOf({
        alias,
        provider: providerOf(textAt(item, 'provider') ?? ''),
        model: textAt(item, 'model') ?? '',
        temperature: numberAt(inference, 'temperature'),
        topP: numberAt(inference, 'top_p'),
        maxTokens: numberAt(inference, 'max_tokens'),
        parameters: Object.keys(extra).length === 0 ? undefined : extra,
        pace: concurrency === undefined ? undefined : { concurrency },
      }),
    ];
  });
}

function noteSettings(
  model: JsonObject,
  inference: JsonObject,
  {
    path,
    alias,
    reading,
  }: { readonly path: JsonPath; readonly alias: string; readonly reading: Reading },
): void {
  const drawn = ['temperature', 'top_p'].filter(
    (key) => typeof fieldValue(inference, key) === 'object' && isSet(inference, key),
  );
  for (const key of drawn)
    reading.kept.add(
      [...path, 'inference_parameters', key],
      `${alias}: a ${key} that is drawn for each request is kept in the file; here the provider's own is used.`,
    );
  const place = { path, owner: alias };
  const timed = isSet(inference, 'timeout') ? ['timeout'] : [];
  keepSettings(reading, timed, { ...place, path: [...path, 'inference_parameters'] });
  keepSettings(reading, isSet(model, 'skip_health_check') ? ['skip_health_check'] : [], place);
}
