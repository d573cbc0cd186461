import { describe, expect, it } from 'vitest';
import { restoreDesign } from '#core/design/restore.ts';
import { createDataset } from '#core/engine/dataset.ts';
import { estimateRun, type RunEstimate } from '#core/engine/estimate.ts';
import type { ConversationTask } from '#core/llm/chat-task.ts';
import { likelyConversation } from './conversation-size.ts';
import { playConversation } from './play-conversation.ts';

/** A model that writes turns of 480 characters, and uses a tool before each answer. */
async function played(task: ConversationTask) {
  const total = { requests: 0, inputTokens: 0, outputTokens: 0 };
  let isUsed = true;
  await playConversation(
    task,
    (messages, schema) => {
      const last = messages.at(-1)?.content ?? '';
      const isAssistant = last.includes('speak as ASSISTANT');
      if (isAssistant) isUsed = !isUsed;
      const turns = task.turns.map((_, turn) => ({ turn: turn + 1, instruction: 'x'.repeat(90) }));
      const use = { tool_calls: [{ name: 'look', arguments: { title: 'x'.repeat(60) } }] };
      const isUse = isAssistant && task.tools.length > 0 && !isUsed;
      const answer = schema
        ? JSON.stringify({ turns })
        : isUse
          ? JSON.stringify(use)
          : 'x'.repeat(480);
      const read = messages.reduce((sum, { content }) => sum + content.length, 0);
      total.requests += 1;
      total.inputTokens += read / 4;
      total.outputTokens += answer.length / 4;
      return Promise.resolve(answer);
    },
    new Map(),
  );
  return total;
}

const tool = {
  environmentId: 'e',
  id: 'look',
  name: 'look',
  description: 'Find a book',
  parameters: { type: 'object', properties: { title: { type: 'string' } } },
  answer: { kind: 'table' as const, entries: [] },
};

function taskOf(turnCount: number, tools: ConversationTask['tools'] = []): ConversationTask {
  const roles = ['user', 'assistant'] as const;
  return {
    field: 'talk',
    planField: undefined,
    turns: Array.from({ length: turnCount }, (_, index) => ({
      role: roles[index % 2] ?? 'user',
      persona: 'p'.repeat(200),
    })),
    roles: roles.map((role) => ({ role, persona: 'p'.repeat(200) })),
    planner: undefined,
    systemPrompt: undefined,
    facts: [],
    tools,
    maxToolRounds: 50,
  };
}

describe('the size of a conversation', () => {
  it.each([
    [2, []],
    [4, []],
    [12, []],
    [4, [tool]],
    [10, [tool]],
  ])('is what a usual one takes: %i messages, tools %j', async (turnCount, tools) => {
    const task = taskOf(turnCount, tools);
    const [real, likely] = [await played(task), likelyConversation(task)];
    expect(likely.requests).toBe(real.requests);
    for (const key of ['inputTokens', 'outputTokens'] as const) {
      expect(likely[key] / real[key]).toBeGreaterThan(0.7);
      expect(likely[key] / real[key]).toBeLessThan(1.4);
    }
  });
});

describe('the estimate of a run with conversations', () => {
  const estimateOf = (least: number, most: number, rows: number): RunEstimate => {
    const restored = restoreDesign({
      version: 1,
      models: [{ alias: 'writer', provider: 'demo', model: '' }],
      columns: [
        { id: 'talk', name: 'talk', type: 'object', fill: { kind: 'generated', call: 'talk' } },
      ],
      calls: [
        {
          id: 'talk',
          name: 'talk',
          model: 'writer',
          output: {
            kind: 'conversation',
            minRounds: least,
            maxRounds: most,
            personas: { user: 'You are in Bonn.', assistant: 'You help.' },
          },
        },
      ],
    });
    const created = restored.ok ? createDataset(restored.value.design) : restored;
    if (!created.ok) throw new Error(created.error[0]?.message);
    return estimateRun(created.value, rows);
  };

  it('counts the plan and every turn of each row, at the mean length', () => {
    expect(estimateOf(1, 1, 10)).toMatchObject({ rows: 10, requests: 10 * (1 + 2) });
    expect(estimateOf(2, 5, 10)).toMatchObject({ rows: 10, requests: 10 * (1 + 7) });
  });

  it('grows faster than the conversations, because every turn reads those before it', () => {
    const [short, long] = [estimateOf(2, 2, 10), estimateOf(8, 8, 10)];
    expect(long.inputTokens).toBeGreaterThan(4 * short.inputTokens);
    expect(long.outputTokens).toBeCloseTo(4 * short.outputTokens, -1);
  });
});
