/** What is typed into Model settings before it is saved, and what is wrong with it. */
import { isJsonObject, parseJson, type JsonObject } from '#core/base/json.ts';
import { refusedParameter } from '#core/base/request-parameter.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import type { Delivery, ModelParameters } from '#core/llm/language-model.ts';
import { findProvider } from '#core/llm/providers.ts';
import { parseBaseUrl } from '#runtime/base-url.ts';

export interface ModelDraft {
  readonly alias: string;
  readonly provider: string;
  readonly baseUrl: string;
  readonly model: string;
  readonly concurrency: number;
  /** Limits of the account; undefined for none. */
  readonly requestsPerMinute?: number | undefined;
  readonly tokensPerMinute?: number | undefined;
  /** The user's own prices in US dollars per million tokens; undefined leaves it to the price table. */
  readonly inputPrice?: number | undefined;
  readonly outputPrice?: number | undefined;
  /** What was typed now; empty leaves a stored key as it is. */
  readonly key: string;
  readonly temperature?: number | undefined;
  readonly topP?: number | undefined;
  readonly maxTokens?: number | undefined;
  readonly delivery?: Delivery | undefined;
  /** Further parameters as JSON; blank for none. */
  readonly parametersText?: string;
}

/** What is wrong with a draft, by field; empty when it can be used. */
export type DraftProblems = Readonly<
  Partial<Record<'provider' | 'baseUrl' | 'key' | 'model' | 'parameters' | 'price', string>>
>;

/** Problems that keep a draft from being saved. */
export function checkDraft(draft: ModelDraft): DraftProblems {
  const problems = checkAddress(draft);
  if (Object.keys(problems).length > 0 || isDemo(draft)) return problems;
  if (draft.model.trim() === '') return { model: 'Choose a model or type its name.' };
  const isHalf = (draft.inputPrice === undefined) !== (draft.outputPrice === undefined);
  if (isHalf) return { price: 'Enter both prices, or neither.' };
  const parameters = readParameters(draft.parametersText ?? '');
  return parameters.ok ? {} : { parameters: parameters.error };
}

/** Problems that keep an address from being spoken to at all. */
export function checkAddress(draft: ModelDraft): DraftProblems {
  if (findProvider(draft.provider) === undefined) return { provider: 'Choose a provider.' };
  if (isDemo(draft)) return {};
  const url = parseBaseUrl(draft.baseUrl);
  return url.ok ? {} : { baseUrl: url.error };
}

export function isDemo({ provider }: ModelDraft): boolean {
  return findProvider(provider)?.protocol === 'demo';
}

const deliveries: readonly Delivery[] = ['json-schema', 'json', 'text-json', 'csv'];

export function isDelivery(value: unknown): value is Delivery {
  return deliveries.some((delivery) => delivery === value);
}

/** The typed parameters; undefined for none. Says what is wrong without repeating a value. */
export function readParameters(typed: string): Result<JsonObject | undefined, string> {
  if (typed.trim() === '') return success(undefined);
  const parsed = parseJson(typed, { maxLength: 100_000, maxDepth: 16 });
  if (!parsed.ok) return failure(parsed.error.message);
  if (!isJsonObject(parsed.value)) return failure('This should be an object, such as {"seed": 7}.');
  for (const name of Object.keys(parsed.value)) {
    const refused = refusedParameter(name);
    if (refused === 'credential')
      return failure(`Take “${name}” out: a key belongs into the field API key.`);
    if (refused === 'reserved') return failure(`“${name}” is set by Rowsmith. Take it out.`);
  }
  return success(Object.keys(parsed.value).length === 0 ? undefined : parsed.value);
}

/** The parameters of a request with this draft. Those that cannot be read are left out. */
export function draftParameters(draft: ModelDraft): ModelParameters {
  const { temperature, topP, maxTokens, delivery } = draft;
  const parameters = readParameters(draft.parametersText ?? '');
  const extra = parameters.ok ? parameters.value : undefined;
  return { temperature, topP, maxTokens, delivery, extra };
}
