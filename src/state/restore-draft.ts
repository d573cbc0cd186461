/** A draft of Model settings out of the tab's storage, where anything may stand. */
import { isJsonObject, type JsonValue } from '#core/base/json.ts';
import { isDelivery, type ModelDraft } from './model-draft.ts';

/** Undefined when it is no draft. A key in it is not taken. */
export function restoreDraft(value: JsonValue | undefined): ModelDraft | undefined {
  if (!isJsonObject(value)) return undefined;
  const { alias, provider, baseUrl, model, concurrency, delivery, parametersText } = value;
  if (typeof alias !== 'string' || typeof provider !== 'string') return undefined;
  if (typeof baseUrl !== 'string' || typeof model !== 'string') return undefined;
  if (typeof concurrency !== 'number' || !Number.isInteger(concurrency)) return undefined;
  return {
    alias,
    provider,
    baseUrl,
    model,
    concurrency,
    key: '',
    temperature: numberIn(value.temperature),
    topP: numberIn(value.topP),
    maxTokens: numberIn(value.maxTokens),
    delivery: isDelivery(delivery) ? delivery : undefined,
    parametersText: typeof parametersText === 'string' ? parametersText : '',
  };
}

function numberIn(value: JsonValue | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
