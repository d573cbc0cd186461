/** Writes the task of one conversation: length drawn, personas rendered, facts and tools at hand. */
import { createRandom } from '#core/base/random.ts';
import type { ConversationOutput, ToolEnvironment } from '#core/design/conversation.ts';
import { templateLanguage } from '#core/design/design-texts.ts';
import type { Call, DatasetDesign } from '#core/design/design.ts';
import { parseAs } from '#core/design/parse-text.ts';
import { ExpressionError } from '#core/expression/problem.ts';
import { compileTemplate } from '#core/expression/render.ts';
import type { Scope } from '#core/expression/scope.ts';
import type { Value } from '#core/expression/value.ts';
import type { ConversationTask, TaskTool } from '#core/llm/chat-task.ts';
import { ProviderError } from '#core/llm/provider-error.ts';
import { groundingFacts } from './grounding-facts.ts';

export type WriteConversation = (scope: Scope, row: number) => ConversationTask;

/** Throws a `ProviderError` that no repetition mends when a template cannot be rendered for a row. */
export function conversationWriter(
  design: DatasetDesign,
  call: Call,
  output: ConversationOutput,
): WriteConversation {
  const columns = design.columns.filter(
    ({ fill }) => fill.kind === 'generated' && fill.call === call.id,
  );
  const field = columns.find(({ id }) => id !== output.planColumn)?.name ?? '';
  const planField = columns.find(({ id }) => id === output.planColumn)?.name;
  const environments = environmentsOf(design, output);
  const lots = createRandom(design.seed).fork(`rounds ${call.id}`);
  const render = createRender(design, call);
  return (scope, row) => {
    const spread = output.maxRounds - output.minRounds + 1;
    const turnCount = 2 * (output.minRounds + lots.below(spread, row, 0));
    const facts = groundingFacts(environments, row, design.seed);
    const extra = { target_turns: turnCount, conversation_plan: '', grounding_facts: facts };
    const planned = { ...extra, current_turn: 'each turn' };
    const say = (text: string | undefined, names: Readonly<Record<string, Value>>) =>
      text === undefined ? undefined : render(text, { scope, row, names });
    return {
      field,
      planField,
      turns: Array.from({ length: turnCount }, (_, index) => {
        const role = index % 2 === 0 ? 'user' : 'assistant';
        const persona = say(output.personas[role], { ...extra, current_turn: index + 1 }) ?? '';
        return { role, persona };
      }),
      roles: Object.entries(output.personas).map(([role, text]) => ({
        role,
        persona: say(text, planned) ?? '',
      })),
      planner: say(output.planner, planned),
      systemPrompt: say(output.systemPrompt, extra),
      facts,
      tools: toolsOf(environments, output),
      maxToolRounds: output.maxToolRounds,
    };
  };
}

interface Rendering {
  readonly scope: Scope;
  readonly row: number;
  readonly names: Readonly<Record<string, Value>>;
}

function createRender(
  design: DatasetDesign,
  call: Call,
): (text: string, rendering: Rendering) => string {
  const language = templateLanguage(design);
  const known = new Map<string, (scope: Scope) => string>();
  return (text, { scope, row, names }) => {
    try {
      const parsed = parseAs(language, text);
      if (!parsed.ok) throw new ExpressionError(parsed.error);
      const template = known.get(text) ?? compileTemplate(parsed.value);
      known.set(text, template);
      return template({
        get: (name) => (Object.hasOwn(names, name) ? names[name] : scope.get(name)),
        attribute: (name, key) =>
          Object.hasOwn(names, name) ? undefined : scope.attribute?.(name, key),
      });
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      throw new ProviderError({
        provider: 'rowsmith',
        kind: 'bad-request',
        message: `A text of ${call.name} cannot be written for row ${row + 1}: ${error.message}`,
        cause: error,
      });
    }
  };
}

/** No ids mean all environments. */
function environmentsOf(
  { environments = [] }: DatasetDesign,
  { environments: wanted }: ConversationOutput,
): readonly ToolEnvironment[] {
  return environments.filter(({ id }) => wanted.length === 0 || wanted.includes(id));
}

/** No ids mean all tools; those that need another program are left out, and the check says so. */
function toolsOf(
  environments: readonly ToolEnvironment[],
  { tools: wanted }: ConversationOutput,
): readonly TaskTool[] {
  return environments.flatMap((environment): TaskTool[] => {
    if (environment.kind === 'foreign') return [];
    return environment.tools
      .filter(({ id }) => wanted.length === 0 || wanted.includes(id))
      .map((tool) => ({
        ...tool,
        environmentId: environment.id,
        answer:
          environment.kind === 'deterministic'
            ? { kind: 'table', entries: environment.lookup[tool.id] ?? [] }
            : { kind: 'model', persona: environment.persona, isCached: environment.isCached },
      }));
  });
}
