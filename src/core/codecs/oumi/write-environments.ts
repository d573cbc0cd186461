/** Environments of a design as Oumi's; tools that need another program keep their type. */
import type { JsonObject } from '#core/base/json.ts';
import type { ToolEnvironment } from '#core/design/conversation.ts';
import { given } from '#core/codecs/draft.ts';

export function writeEnvironments(
  environments: readonly ToolEnvironment[] = [],
): readonly JsonObject[] {
  return environments.map((environment) => {
    const { id, name, description, tools, grounding } = environment;
    return {
      ...given({ id, name, description }),
      env_type: environment.kind === 'foreign' ? environment.type : environment.kind,
      ...(grounding === undefined ? {} : { grounding: writeGrounding(grounding) }),
      tools: tools.map((tool) => ({
        id: tool.id,
        name: tool.name,
        description: tool.description,
        parameters: tool.parameters,
        ...given({ output_schema: tool.outputSchema }),
      })),
      ...settingsOf(environment),
    };
  });
}

function writeGrounding(grounding: NonNullable<ToolEnvironment['grounding']>): JsonObject {
  const tools = Object.entries(grounding.tools).map(
    ([tool, fields]) => [tool, { fields }] as const,
  );
  return {
    sample_size: grounding.sampleSize,
    ...given({ seed: grounding.seed }),
    tools: Object.fromEntries(tools),
  };
}

function settingsOf(environment: ToolEnvironment): JsonObject {
  switch (environment.kind) {
    case 'deterministic':
      return { env_kwargs: { lookup_table: environment.lookup } };
    case 'synthetic':
      return {
        env_kwargs: {
          tool_persona: environment.persona,
          ...(environment.isCached ? {} : { cache_by_input: false }),
        },
      };
    case 'foreign':
      return {};
  }
}
