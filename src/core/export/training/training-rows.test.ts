import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import { createDesign } from '#core/design/defaults.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { callSchema, columnSchema } from '#core/design/design-schema.ts';
import { exportRows } from '#core/export/export-rows.ts';
import { createJsonlWriter } from '#core/export/jsonl-writer.ts';
import { createMemorySink } from '#core/export/row-writer.contract.ts';
import { createColumnarStore } from '#core/rows/columnar-store.ts';
import { storeColumns } from '#core/rows/storage-kind.ts';
import type { TrainingLayout } from './training-layout.ts';
import { createTrainingRows } from './training-rows.ts';

const asked = (names: readonly string[]) =>
  names.map((name) =>
    columnSchema.parse({
      ...{ id: `id of ${name}`, name, fill: { kind: 'generated', call: 'w' } },
      type: name === 'chat' ? 'object' : 'text',
    }),
  );

interface Case {
  readonly form: TrainingLayout['form'];
  readonly parts: Readonly<Record<string, string>>;
  readonly keepsOthers?: boolean;
  readonly design?: Partial<DatasetDesign>;
}

/** The file of one row with these cells, line by line; undefined when the row makes no conversation. */
async function fileOf(cells: JsonObject, { form, parts, keepsOthers = false, design }: Case) {
  const columns = asked(Object.keys(cells));
  const full = createDesign({ columns, ...design });
  const store = createColumnarStore(storeColumns(columns));
  store.resize(1);
  for (const { id, name } of columns)
    if (cells[name] !== undefined) store.setValue(id, 0, cells[name]);
  const ids = Object.fromEntries(
    Object.entries(parts).map(([part, name]) => [part, `id of ${name}`]),
  );
  const training = createTrainingRows({ design: full, store }, { form, parts: ids, keepsOthers });
  if (!training.hasTurns(0)) return undefined;
  const file = exportRows(full, store, { rows: [0], columnIds: training.columnIds });
  const sink = createMemorySink();
  await createJsonlWriter().write(training.layOut(file), sink);
  return JSON.parse(sink.text()) as JsonValue;
}

const lamp = { ask: 'Which lamp?', context: 'A desk.', reply: 'The small one.', tone: 'Be brief.' };
const lampParts = { system: 'tone', user: 'ask', input: 'context', assistant: 'reply' };

const talk = (messages: readonly JsonObject[], more: JsonObject = {}): JsonObject => ({
  chat: { messages, ...more },
});
const twoRounds = talk([
  { role: 'system', content: 'Be kind.' },
  { role: 'user', content: 'Hello' },
  { role: 'assistant', content: 'Good day' },
  { role: 'user', content: 'And now?' },
  { role: 'assistant', content: 'Nothing.' },
]);
const withTool = talk(
  [
    { role: 'user', content: 'Weather?' },
    { role: 'assistant', content: '', tool_calls: [{ id: 'c1' }] },
    { role: 'tool', content: '{"sun":true}', tool_call_id: 'c1' },
    { role: 'assistant', content: 'Sunny.' },
  ],
  { tools: [{ type: 'function' }] },
);
const playedWithTools = {
  calls: [
    callSchema.parse({
      ...{ id: 'w', name: 'w', model: 'm' },
      output: {
        ...{ kind: 'conversation', minRounds: 1, maxRounds: 2, tools: ['weather'] },
        personas: { user: 'A guest', assistant: 'A host' },
      },
    }),
  ],
};

describe('rows put together from columns', () => {
  it('are messages with roles, the input behind the question', async () => {
    expect(await fileOf(lamp, { form: 'messages', parts: lampParts })).toEqual({
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Which lamp?\n\nA desk.' },
        { role: 'assistant', content: 'The small one.' },
      ],
    });
  });

  it('are turns of human and gpt', async () => {
    const parts = { user: 'ask', assistant: 'reply' };
    expect(await fileOf(lamp, { form: 'sharegpt', parts })).toEqual({
      conversations: [
        { from: 'human', value: 'Which lamp?' },
        { from: 'gpt', value: 'The small one.' },
      ],
    });
  });

  it('are instruction, input and output; the system has a field where it has a column', async () => {
    expect(await fileOf(lamp, { form: 'alpaca', parts: lampParts })).toEqual({
      instruction: 'Which lamp?',
      input: 'A desk.',
      output: 'The small one.',
      system: 'Be brief.',
    });
    const parts = { user: 'ask', assistant: 'reply' };
    expect(await fileOf(lamp, { form: 'alpaca', parts })).toEqual({
      ...{ instruction: 'Which lamp?', input: '', output: 'The small one.' },
    });
  });

  it('keep other columns behind, under names that are free', async () => {
    const parts = { user: 'ask', assistant: 'reply' };
    const cells = { ask: 'a', messages: 'mine', reply: 'b' };
    expect(await fileOf(cells, { form: 'messages', parts, keepsOthers: true })).toEqual({
      messages: [
        { role: 'user', content: 'a' },
        { role: 'assistant', content: 'b' },
      ],
      messages_2: 'mine',
    });
  });

  it('do without a column that is gone, and are none where it spoke for a side', async () => {
    const parts = { system: 'gone', user: 'ask', assistant: 'reply' };
    expect(await fileOf({ ask: 'a', reply: 'b' }, { form: 'messages', parts })).toEqual({
      messages: [
        { role: 'user', content: 'a' },
        { role: 'assistant', content: 'b' },
      ],
    });
    const unheard = { user: 'gone', assistant: 'reply' };
    expect(await fileOf({ reply: 'b' }, { form: 'messages', parts: unheard })).toBeUndefined();
  });

  it('are none where one side says nothing', async () => {
    const parts = { user: 'ask', assistant: 'reply' };
    expect(await fileOf({ ask: ' ', reply: 'b' }, { form: 'messages', parts })).toBeUndefined();
    expect(await fileOf({ ask: 'a', reply: null }, { form: 'alpaca', parts })).toBeUndefined();
  });
});

describe('rows that hold a conversation', () => {
  const parts = { conversation: 'chat' };

  it('are its messages as they stand', async () => {
    const { messages } = twoRounds.chat as { readonly messages: JsonValue };
    expect(await fileOf(twoRounds, { form: 'messages', parts })).toEqual({ messages });
  });

  it('are turns, a call of a tool and its answer among them', async () => {
    const design = playedWithTools;
    expect(await fileOf(withTool, { form: 'sharegpt', parts, design })).toEqual({
      conversations: [
        { from: 'human', value: 'Weather?' },
        { from: 'function_call', value: '[{"id":"c1"}]' },
        { from: 'observation', value: '{"sun":true}' },
        { from: 'gpt', value: 'Sunny.' },
      ],
      tools: '[{"type":"function"}]',
    });
    expect(await fileOf(withTool, { form: 'messages', parts, design })).toMatchObject({
      messages: [{}, { tool_calls: [{ id: 'c1' }] }, { tool_call_id: 'c1' }, {}],
      tools: [{ type: 'function' }],
    });
  });

  it('are the last pair with those before as history', async () => {
    expect(await fileOf(twoRounds, { form: 'alpaca', parts })).toEqual({
      ...{ instruction: 'And now?', input: '', output: 'Nothing.', system: 'Be kind.' },
      history: [['Hello', 'Good day']],
    });
  });

  it('are none in a form that has no words for them', async () => {
    expect(await fileOf(withTool, { form: 'alpaca', parts })).toBeUndefined();
  });

  it('are read in the words of other systems, and none when nobody answers', async () => {
    const turns = [
      { from: 'human', value: 'Hi' },
      { from: 'gpt', value: 'Hello' },
    ];
    const other = { chat: { conversations: turns } };
    expect(await fileOf(other, { form: 'messages', parts })).toEqual({
      messages: [
        { role: 'user', content: 'Hi' },
        { role: 'assistant', content: 'Hello' },
      ],
    });
    const alone = talk([{ role: 'user', content: 'Hi' }]);
    expect(await fileOf(alone, { form: 'messages', parts })).toBeUndefined();
    const strange = talk([...turns, { role: 'critic', content: 'Hm' }]);
    expect(await fileOf(strange, { form: 'messages', parts })).toBeUndefined();
  });
});
