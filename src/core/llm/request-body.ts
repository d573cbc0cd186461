/** What the bodies of all protocols have in common: sampling, the user's own parameters, what was refused. */
import { refusedParameter } from '#core/base/request-parameter.ts';
import { isForbiddenKey, isJsonObject, type JsonObject, type JsonValue } from '#core/base/json.ts';
import { tokenFieldFor, type AcceptedParameters } from './capabilities.ts';
import type { ChatMessage, ModelRequest } from './language-model.ts';
import type { Provider } from './providers.ts';

/** The messages of one role as one text. */
export function textOfRole(
  messages: readonly ChatMessage[],
  role: ChatMessage['role'],
): string | undefined {
  const texts = messages.filter((message) => message.role === role).map(({ content }) => content);
  return texts.length === 0 ? undefined : texts.join('\n\n');
}

/** Messages without the system's, for protocols that keep that apart. */
export function turnsOf(messages: readonly ChatMessage[]): readonly ChatMessage[] {
  return messages.filter(({ role }) => role !== 'system');
}

/** The token limit under the name that is accepted, never above what the model says it can write. */
export function tokenLimitOf(
  provider: Provider,
  accepted: AcceptedParameters,
  wanted: number | undefined,
): JsonObject {
  const field = tokenFieldFor(provider.quirks, accepted);
  if (wanted === undefined || field === undefined) return {};
  return { [field]: Math.min(wanted, accepted.tokenLimit ?? wanted) };
}

/** Parameters of the user's own, under the provider's names, without those that are not theirs to set. */
export function extraParameters(
  { quirks }: Provider,
  { parameters }: Pick<ModelRequest, 'parameters'>,
): JsonObject {
  const entries = Object.entries(parameters.extra ?? {})
    .filter(([name]) => refusedParameter(name) === undefined && !isForbiddenKey(name))
    .filter(([name]) => quirks.refuses?.includes(name) !== true)
    .map(([name, value]) => [quirks.renames?.[name] ?? name, value] as const);
  return Object.fromEntries(entries);
}

/**
 * Extra parameters below what Rowsmith sets: its own keys win, also inside objects that both name.
 * What the model has refused is left out.
 */
export function finishBody(
  extra: JsonObject,
  own: Readonly<Record<string, JsonValue | undefined>>,
  { refused }: AcceptedParameters,
): JsonObject {
  const body: Record<string, JsonValue> = { ...extra };
  for (const [name, value] of Object.entries(own)) {
    if (value === undefined) continue;
    const before = body[name];
    body[name] = isJsonObject(before) && isJsonObject(value) ? { ...before, ...value } : value;
  }
  return Object.fromEntries(Object.entries(body).filter(([name]) => !refused.includes(name)));
}
