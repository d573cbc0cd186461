import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#core/base/json.ts';
import { attachSource } from '#core/codecs/source-files/attach-source.ts';
import { openConfig } from '#core/codecs/oumi/oumi-yaml.ts';
import { playConversation } from '#core/engine/conversation/play-conversation.ts';
import { textIn } from './oumi-vectors.ts';
import { suite, designOf, noTokenizer, isAbsent, casesOf } from './oumi-cases.ts';

describe.skipIf(isAbsent)(`files and tools ${suite}`, () => {
  it.for(casesOf('ingest'))('$id', async ({ input, expect: expected }) => {
    const path = textIn(input.file);
    const design = designOf({
      strategy_params: { input_data: [{ path, attribute_map: input.attribute_map ?? null }] },
    });
    const [source] = design.sources;
    if (source === undefined) throw new Error('no source');
    const file = { name: path, bytes: new TextEncoder().encode(textIn(input.text)) };
    const attached = await attachSource(design, source, {
      files: [file],
      loadTokenizer: noTokenizer,
    });
    const rows = expected.rows as readonly JsonObject[] | undefined;
    if (rows === undefined || rows.length === 0) expect(attached.ok).toBe(false);
    else expect(attached.ok && attached.value.sources[0]?.rows).toEqual(rows);
  });

  it.for(casesOf('tools'))('$id', async ({ input, expect: expected }) => {
    if (expected.error !== undefined) {
      expect(toolEngineCodes(textIn(input.engine))).toContain('tool-engine-unsupported');
      return;
    }
    const parameters = {
      type: 'object',
      properties: { id: { type: 'string' }, lang: { type: 'string', default: 'en' } },
      required: ['id'],
    };
    const task = {
      field: 'chat',
      planField: undefined,
      turns: [
        { role: 'user' as const, persona: 'u' },
        { role: 'assistant' as const, persona: 'a' },
      ],
      roles: [],
      planner: undefined,
      systemPrompt: undefined,
      facts: [],
      tools: [
        {
          ...{
            environmentId: 'e',
            id: 'look',
            name: 'look',
            description: 'Find a book',
            parameters,
          },
          answer: { kind: 'table' as const, entries: [] },
        },
      ],
      maxToolRounds: Number(input.max_consecutive_tool_turns),
    };
    const replies = ['{"turns":[]}', 'hi', ...(input.assistant_replies as readonly string[])];
    let asked = 0;
    const { values } = await playConversation(
      task,
      () => Promise.resolve(replies[asked++] ?? ''),
      new Map(),
    );
    // The type that Oumi leaves out is part of the format, so it is written here.
    const tools = (expected.tools as readonly JsonObject[]).map((tool) => ({
      type: 'function',
      ...tool,
    }));
    expect(values?.chat).toEqual({ messages: expected.messages, tools });
    expect(asked - 2).toBe(expected.assistant_calls);
  });
});

/** What is said about a conversation with a tool when the file names this engine. */
function toolEngineCodes(engine: string): readonly string[] {
  const tool = { id: 'look', name: 'look', description: 'Find a book' };
  const kwargs = { lookup_table: { look: [{ input: {}, output: 'x' }] } };
  const environment = { id: 'e', env_type: 'deterministic', tools: [tool], env_kwargs: kwargs };
  const personas = { USER: 'u', ASSISTANT: 'a' };
  const chat = { id: 'chat', min_turns: 1, max_turns: 1, role_instruction_messages: personas };
  const opened = openConfig(
    JSON.stringify({
      strategy_params: {
        input_examples: [{ examples: [{ seed: 'one' }] }],
        multiturn_attributes: [chat],
      },
      environment_config: { environments: [environment] },
      inference_config: { model: { model_name: 'm' }, engine },
    }),
  );
  return opened.ok ? opened.value.notices.map(({ code }) => code) : [];
}
