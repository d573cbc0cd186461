/** From an alias of a design to the parameters of its requests. */
import type { ModelAlias } from '#core/design/design.ts';
import type { ModelParameters } from '#core/llm/language-model.ts';

/** What the design says about how the alias shall answer; nothing about where it is. */
export function modelParameters(alias: ModelAlias): ModelParameters {
  const { temperature, topP, maxTokens, delivery, parameters } = alias;
  return { temperature, topP, maxTokens, delivery, extra: parameters };
}
