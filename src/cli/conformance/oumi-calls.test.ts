import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { checkDesign } from '#core/design/check.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { playConversation } from '#core/engine/conversation/play-conversation.ts';
import { turnText } from '#core/engine/conversation/planner-prompt.ts';
import { textIn, type Vector } from './oumi-vectors.ts';
import { suite, rowOf, designOf, filled, isAbsent, openedConfig, casesOf } from './oumi-cases.ts';

describe.skipIf(isAbsent)(`calls ${suite}`, () => {
  it.for(casesOf('pipeline'))('$id', async ({ input, expect: expected }) => {
    const { design, notices } = openedConfig(textIn(input.yaml));
    if (expected.error !== undefined) {
      expect(refusalsOf(design, notices)).toContain(`${textIn(expected.name)}”`);
      return;
    }
    const dataset = filled(design, design.rows);
    const replies = [...(input.replies as readonly string[])];
    const prompts: JsonValue[] = [];
    for (const { callId } of dataset.plan(design.rows).calls)
      for (let row = 0; row < design.rows; row += 1) {
        const task = dataset.prepare({ callId, rows: [row], attempt: 1, corrections: {} });
        prompts.push((task.chat ?? []) as unknown as JsonValue);
        const values = { [task.fields[0]?.name ?? '']: replies.shift() ?? '' };
        const [verdict] = dataset.offer(callId, [{ row, values }]);
        expect(verdict?.kind).toBe('accepted');
        dataset.commit(callId, verdict?.kind === 'accepted' ? [verdict] : []);
      }
    expect(Array.from({ length: design.rows }, (_, row) => rowOf(dataset, row))).toEqual(
      expected.rows,
    );
    expect(Object.keys(rowOf(dataset, 0))).toEqual(expected.key_order);
    expect(prompts).toEqual(expected.prompts);
    await Promise.resolve();
  });

  it.for(casesOf('multiturn'))('$id', async ({ input, expect: expected }) => {
    const design = multiturnDesign(input);
    const dataset = filled(design, design.rows);
    const callId = design.calls[0]?.id ?? '';
    const taskOf = (row: number) =>
      dataset.prepare({ callId, rows: [row], attempt: 1, corrections: {} }).conversation;
    if (expected.message_counts !== undefined) {
      const counts = new Set(Array.from({ length: 60 }, (_, row) => taskOf(row)?.turns.length));
      expect([...counts].sort((a, b) => Number(a) - Number(b))).toEqual(expected.message_counts);
      return;
    }
    const task = taskOf(0);
    if (task === undefined) throw new Error('no conversation');
    const plans = [...(input.planner_replies as readonly string[])];
    const turns = [...(input.turn_replies as readonly string[])];
    const prompts: JsonValue[] = [];
    let planned = 0;
    const { values = {} } = await playConversation(
      task,
      (messages, schema) => {
        if (schema === undefined) prompts.push(messages as unknown as JsonValue);
        else planned += 1;
        return Promise.resolve((schema === undefined ? turns : plans).shift() ?? '');
      },
      new Map(),
    );
    const row = (expected.rows as readonly JsonObject[])[0];
    expect({ d: row?.d, ...values }).toEqual(row);
    expect(planned).toBe(expected.planner_calls);
    if (expected.turn_prompts === undefined) return;
    const written = (expected.turn_prompts as readonly (readonly JsonObject[])[]).map((messages) =>
      messages.map((message) => {
        const turn = message.turn_instruction as
          { turn: number; instruction: string | null } | undefined;
        if (turn === undefined) return message;
        return { role: message.role, content: turnText(turn.turn, task, turn.instruction ?? '') };
      }),
    );
    expect(prompts).toEqual(written);
  });
});

function multiturnDesign(input: Vector['input']): DatasetDesign {
  const { min_turns, max_turns, USER = 'u', ASSISTANT = 'a' } = input;
  const { output_system_prompt = null, conversation_planner = null } = input;
  return designOf({
    num_samples: 60,
    strategy_params: {
      ...(input.sampled_attributes === undefined
        ? {}
        : { sampled_attributes: input.sampled_attributes }),
      multiturn_attributes: [
        {
          id: 'chat',
          min_turns: min_turns ?? 1,
          max_turns: max_turns ?? 1,
          role_instruction_messages: { USER, ASSISTANT },
          output_system_prompt,
          conversation_planner,
        },
      ],
    },
  });
}

/** Oumi finds out after two paid calls in one of the cases; here all is known before any. */
function refusalsOf(design: DatasetDesign, notices: readonly Diagnostic[]): string {
  const early = notices.filter(({ code }) => code === 'forward-reference');
  const found = [...early, ...checkDesign(design).filter(({ severity }) => severity === 'error')];
  return found.map(({ message }) => message).join('\n');
}
