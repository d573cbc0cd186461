/** What is said to the model that plans a conversation, and to the one that speaks a turn. */
import type { JsonObject } from '#core/base/json.ts';
import type { ChatTurn, ConversationTask } from '#core/llm/chat-task.ts';

/** The shape of a plan. */
export function planSchema(turnCount: number): JsonObject {
  return {
    type: 'object',
    additionalProperties: false,
    required: ['turns'],
    properties: {
      turns: {
        type: 'array',
        minItems: turnCount,
        maxItems: turnCount,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['turn', 'instruction'],
          properties: { turn: { type: 'integer' }, instruction: { type: 'string' } },
        },
      },
    },
  };
}

/** Four messages: the planner's task, one short example of it, and the conversation that is wanted. */
export function plannerMessages(task: ConversationTask): readonly ChatTurn[] {
  return [
    {
      role: 'system',
      content:
        'You plan conversations. For each turn you write one short instruction to its speaker: what the turn has to bring about, never the words themselves. You answer with JSON only: {"turns": [{"turn": 1, "instruction": "…"}]}.',
    },
    {
      role: 'user',
      content:
        'Plan 2 turns. Turn 1: USER, Turn 2: ASSISTANT. A user asks for the opening hours of a museum.',
    },
    {
      role: 'assistant',
      content:
        '{"turns": [{"turn": 1, "instruction": "Ask when the museum opens on Sunday."}, {"turn": 2, "instruction": "Give the hours and mention the last admission."}]}',
    },
    { role: 'user', content: requestText(task) },
  ];
}

function requestText({ turns, roles, facts, planner }: ConversationTask): string {
  const order = turns
    .map(({ role }, index) => `Turn ${index + 1}: ${role.toUpperCase()}`)
    .join(', ');
  const cast = roles
    .map(({ role, persona }) => `[${role.toUpperCase()}]\n${persona.trim()}`)
    .join('\n\n');
  const known = facts.map((fact) => `- ${factText(fact)}`).join('\n');
  return [
    `Plan ${turns.length} turns. ${order}.`,
    'Each turn follows from the one before. The conversation has an aim, comes closer to it with every turn, and ends when it is reached. No turn repeats another.',
    `Who speaks:\n${cast}`,
    known === ''
      ? ''
      : `These things exist. Where the plan names such things, it names these and no others:\n${known}`,
    planner?.trim() ?? '',
    `Answer with the JSON of all ${turns.length} turns and nothing else.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function factText(fact: JsonObject): string {
  return Object.entries(fact)
    .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
    .join(', ');
}

/** The message that asks for one turn. */
export function turnText(turn: number, task: ConversationTask, instruction: string): string {
  const role = task.turns[turn - 1]?.role.toUpperCase() ?? '';
  const aim = instruction === '' ? '' : `What this turn has to bring about: ${instruction}\n`;
  return `This is turn ${turn} of ${task.turns.length}; you speak as ${role}.\n${aim}Write this one turn and nothing else.`;
}
