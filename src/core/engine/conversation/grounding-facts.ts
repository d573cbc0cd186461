/** Facts of the tables behind the tools, drawn for each row, so that a plan speaks of things that exist. */
import { isJsonObject, type JsonObject, type JsonValue } from '#core/base/json.ts';
import type { ToolEnvironment } from '#core/design/conversation.ts';
import { pythonSample } from './python-random.ts';

/** With the seed of the environment the facts are those that Oumi draws; else `fallbackSeed` decides. */
export function groundingFacts(
  environments: readonly ToolEnvironment[],
  row: number,
  fallbackSeed: number,
): readonly JsonObject[] {
  return environments.flatMap((environment): readonly JsonObject[] => {
    const { grounding } = environment;
    if (grounding === undefined || environment.kind !== 'deterministic') return [];
    const pool: readonly JsonObject[] = Object.entries(grounding.tools).flatMap(([tool, fields]) =>
      (environment.lookup[tool] ?? []).map(({ input, output }) =>
        pick({ ...input, ...(isJsonObject(output) ? output : {}) }, fields),
      ),
    );
    const seed = (grounding.seed ?? fallbackSeed) + row;
    const places = pythonSample(seed, pool.length, Math.min(grounding.sampleSize, pool.length));
    return places.flatMap((place): readonly JsonObject[] => {
      const fact = pool[place];
      return fact === undefined ? [] : [fact];
    });
  });
}

function pick(record: JsonObject, fields: readonly string[]): JsonObject {
  return Object.fromEntries(
    fields.flatMap((field): [string, JsonValue][] =>
      Object.hasOwn(record, field) ? [[field, record[field] ?? null]] : [],
    ),
  );
}
