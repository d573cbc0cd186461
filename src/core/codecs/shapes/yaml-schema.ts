/** Schemas that are written as YAML, as OpenAPI mostly is. The text becomes plain JSON first and is bounded like it. */
import { parse } from 'yaml';
import { isJsonObject, parseJson } from '#core/base/json.ts';
import { limits } from '#core/base/limits.ts';
import { readSchemaValue } from './json-schema-shape.ts';
import type { ReadShape } from './shape.ts';

const mostCharacters = 512_000;
const mostAliases = 100;

/** Undefined when the text is no schema of an object. Never throws. */
export function readYamlSchema(text: string): ReadShape | undefined {
  if (text.length > mostCharacters) return undefined;
  const options = { schema: 'core', maxAliasCount: mostAliases, logLevel: 'silent' } as const;
  try {
    const value: unknown = parse(text, options);
    const parsed = parseJson(JSON.stringify(value ?? null), {
      maxLength: limits.designLength,
      maxDepth: limits.designDepth,
    });
    return parsed.ok && isJsonObject(parsed.value) ? readSchemaValue(parsed.value) : undefined;
  } catch {
    // The library throws at what is no YAML, and descends without a bound of its own.
    return undefined;
  }
}
