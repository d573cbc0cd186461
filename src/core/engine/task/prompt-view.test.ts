import { describe, expect, it } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import { callSchema, columnSchema } from '#core/design/design-schema.ts';
import { createScope } from '#core/expression/scope.ts';
import { buildPrompt } from '#core/llm/prompt.ts';
import type { RowTask } from '#core/llm/row-task.ts';
import { promptView, type PromptMessage } from './prompt-view.ts';

const facts = { topic: 'Rivers', level: 'hard' };
const design = createDesign({
  columns: Object.keys(facts).map((name) =>
    columnSchema.parse({ id: `c_${name}`, name, fill: { kind: 'uuid' } }),
  ),
  calls: [
    callSchema.parse({
      id: 'ask',
      name: 'ask',
      model: 'writer',
      messages: [
        {
          role: 'user',
          content:
            ' About {{ topic | upper }}{% if level == "hard" %}, quite {{ level }}{% endif %}. ',
        },
      ],
    }),
  ],
});
const task: RowTask = {
  callId: 'ask',
  brief: '',
  instructions: '',
  systemMessages: [],
  fields: [{ name: 'question', description: '', type: 'text' }],
  rules: [],
  examples: [],
  rows: [
    {
      row: 4,
      facts,
      notes: {},
      messages: [' About RIVERS, quite hard. '],
      corrections: [],
    },
  ],
  avoid: [],
  seed: 1,
  attempt: 1,
};
const { messages } = buildPrompt(task);
const [row] = task.rows;
if (row === undefined) throw new Error('the task has a row');
const shown = { messages, design, callId: 'ask', row, scope: createScope(facts) };

function marked(view: readonly PromptMessage[]): readonly (readonly [string, string])[] {
  return view.flatMap(({ parts }) =>
    parts.flatMap(({ text, columnId }) =>
      columnId === undefined ? [] : [[columnId, text] as const],
    ),
  );
}

describe('promptView', () => {
  it('marks what came from columns, in facts and in rendered messages', () => {
    expect(marked(promptView(shown))).toEqual([
      ['c_topic', 'Rivers'],
      ['c_level', 'hard'],
      ['c_topic', 'RIVERS'],
      ['c_level', 'hard'],
    ]);
  });

  it('leaves the text of every message as it was sent', () => {
    const texts = promptView(shown).map(({ parts }) => parts.map(({ text }) => text).join(''));
    expect(texts).toEqual(messages.map(({ content }) => content));
  });

  it('marks nothing that does not stand in the message any more', () => {
    const other = createScope({ topic: 'Lakes', level: 'hard' });
    const stale = { ...row, facts: { topic: 'Lakes', level: 'easy' } };
    expect(marked(promptView({ ...shown, row: stale, scope: other }))).toEqual([]);
  });
});
