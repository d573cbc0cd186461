/** Token counts as providers give them. */
import { isJsonObject, type JsonValue } from '#core/base/json.ts';
import type { Usage } from './language-model.ts';

/** No answer has a billion tokens: such a count is an error of the server, and money depends on it. */
export function tokenCount(value: JsonValue | undefined): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 1e9
    ? value
    : undefined;
}

/** The count under `name` of an object that may be absent. */
export function countIn(value: JsonValue | undefined, name: string): number | undefined {
  return isJsonObject(value) ? tokenCount(value[name]) : undefined;
}

/** Usage without the counts that were not told, apart from the two that every provider has. */
export function usageOf({ cachedInputTokens, reasoningTokens, ...usage }: Usage): Usage {
  return {
    ...usage,
    ...(cachedInputTokens === undefined ? {} : { cachedInputTokens }),
    ...(reasoningTokens === undefined ? {} : { reasoningTokens }),
  };
}

/** The sum of the counts that are known; undefined when none is. */
export function sumOf(...counts: readonly (number | undefined)[]): number | undefined {
  const known = counts.filter((count) => count !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, count) => sum + count, 0);
}
