/** A key in a file must not get into the design, not even inside the text that is kept. */
import type { Diagnostic, JsonPath } from '#core/base/diagnostic.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '#core/base/json.ts';
import { refusedParameter } from '#core/base/request-parameter.ts';

/** Parts of a configuration that say where something comes from, and so may hold a key. */
const places = ['model_configs', 'seed_config', 'tool_configs'] as const;

export interface CleanConfig {
  /** The same object where there was no key. */
  readonly config: JsonObject;
  readonly notices: readonly Diagnostic[];
}

export function withoutKeys(config: JsonObject): CleanConfig {
  const notices: Diagnostic[] = [];
  const clean = (value: JsonValue, path: JsonPath): JsonValue => {
    if (Array.isArray(value))
      return (value as readonly JsonValue[]).map((item, index) => clean(item, [...path, index]));
    if (!isJsonObject(value)) return value;
    const entries = Object.entries(value).filter(([key, item]) => {
      const isKey =
        typeof item === 'string' && item !== '' && refusedParameter(key) === 'credential';
      if (isKey)
        notices.push({
          path: [...path, key],
          code: 'key-in-design',
          severity: 'error',
          message: `Keys never live in a design: “${key}” was left out. Keys are typed in Model settings. If this file was shared, make a new key.`,
        });
      return !isKey;
    });
    return Object.fromEntries(entries.map(([key, item]) => [key, clean(item, [...path, key])]));
  };
  const cleaned = Object.fromEntries(
    Object.entries(config).map(([key, value]) => [
      key,
      places.some((place) => place === key) ? clean(value, [key]) : value,
    ]),
  );
  return notices.length === 0 ? { config, notices } : { config: cleaned, notices };
}
