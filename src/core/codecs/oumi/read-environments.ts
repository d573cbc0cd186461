/** Environments and their tools, as far as they can run here; others keep their type and say so. */
import { isJsonObject, type JsonObject, type JsonValue } from '#core/base/json.ts';
import type { OumiEnvironment } from './config.ts';
import { given } from '#core/codecs/draft.ts';

export function readEnvironments(environments: readonly OumiEnvironment[]): readonly JsonObject[] {
  return environments.map((environment) => ({
    ...common(environment),
    ...kindOf(environment),
  }));
}

function common({ id, name, description, tools = [], grounding }: OumiEnvironment): JsonObject {
  return {
    ...given({ id: id ?? 'environment', name, description }),
    tools: tools.map(readTool),
    ...(grounding
      ? {
          grounding: given({
            sampleSize: grounding.sample_size,
            seed: grounding.seed,
            tools: Object.fromEntries(
              Object.entries(grounding.tools ?? {}).map(([tool, { fields }]) => [
                tool,
                fields ?? [],
              ]),
            ),
          }),
        }
      : {}),
  };
}

function readTool(tool: JsonObject): JsonObject {
  const textAt = (key: string): string => {
    const value = Object.hasOwn(tool, key) ? tool[key] : undefined;
    return typeof value === 'string' ? value : '';
  };
  return {
    id: textAt('id'),
    name: textAt('name'),
    description: textAt('description'),
    parameters: objectAt(tool, 'parameters') ?? { type: 'object' },
    ...given({ outputSchema: objectAt(tool, 'output_schema') }),
  };
}

function kindOf({ env_type: type = '', env_kwargs, tools = [] }: OumiEnvironment): JsonObject {
  const settings = env_kwargs ?? {};
  const needsProgram = tools.some(
    (tool) => typeof tool.executor === 'string' && tool.executor !== '',
  );
  if (type === 'deterministic' && !needsProgram)
    return { kind: 'deterministic', lookup: objectAt(settings, 'lookup_table') ?? {} };
  const isStateful = objectAt(settings, 'state_params') !== undefined;
  if (type !== 'synthetic' || needsProgram || isStateful) return { kind: 'foreign', type };
  const persona = settings.tool_persona;
  return {
    kind: 'synthetic',
    persona: typeof persona === 'string' ? persona : '',
    isCached: settings.cache_by_input !== false,
  };
}

function objectAt(record: JsonObject, key: string): JsonObject | undefined {
  const value: JsonValue | undefined = Object.hasOwn(record, key) ? record[key] : undefined;
  return isJsonObject(value) ? value : undefined;
}
