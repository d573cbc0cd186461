/** What one conversation comes to: the plan, each turn with all that was said before it, and the use of tools. */
import { charactersPerToken, framingTokens, utf8Length } from '#core/engine/token-guess.ts';
import type { Usage } from '#core/llm/language-model.ts';
import type { ConversationTask, TaskTool } from '#core/llm/chat-task.ts';
import { planSchema, plannerMessages } from './planner-prompt.ts';
import { planAttempts } from './play-conversation.ts';
import { toolPrompt } from './tool-prompt.ts';

export interface ConversationSize {
  readonly requests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** Tokens of a turn that is neither short nor long, of one turn's part of a plan, and of a use of a tool with its answer. */
const turnTokens = 120;
const instructionTokens = 30;
const toolUseTokens = 80;

/**
 * Usual requests and tokens when nothing has to be repeated and each turn of an assistant with tools uses
 * one. `turnCount` is the number of messages when it is not that of the task.
 */
export function likelyConversation(
  task: ConversationTask,
  turnCount = task.turns.length,
): ConversationSize {
  const { tools } = task;
  const uses = tools.length === 0 ? 0 : Math.floor(turnCount / 2);
  const played = uses * playedShare(tools);
  const plan = plannerMessages(task).reduce((sum, { content }) => sum + tokensOf(content), 0);
  const persona = meanLength(task.turns.map(({ persona: text }) => text)) / charactersPerToken;
  const said = (turnCount * (turnCount - 1) * turnTokens) / 2;
  // A use of a tool reads about half of the conversation, and stays in what is read later.
  const half = (turnCount * turnTokens) / 2;
  const toolText = tokensOf(toolPrompt(tools));
  return {
    requests: 1 + turnCount + uses + Math.round(played),
    inputTokens: Math.round(
      plan +
        tokensOf(JSON.stringify(planSchema(task.turns.length))) +
        turnCount * persona +
        said +
        2 * uses * toolText +
        uses * (persona + half) +
        (uses * turnCount * toolUseTokens) / 2 +
        played * toolUseTokens,
    ),
    outputTokens: Math.round(
      turnCount * (instructionTokens + turnTokens) + (uses + played) * toolUseTokens,
    ),
  };
}

/** As many requests as can be, each reading all that can have been said. `answerTokens` bounds each answer. */
export function mostConversation(task: ConversationTask, answerTokens: number): Usage {
  const { turns, tools, maxToolRounds } = task;
  const rounds = tools.length === 0 ? 0 : (turns.length / 2) * Math.max(0, maxToolRounds) * 2;
  const requests = planAttempts + turns.length + rounds;
  const base = 2 * utf8Length(spokenText(task)) + framingTokens * 2;
  return {
    inputTokens: requests * (base + requests * (answerTokens + framingTokens)),
    outputTokens: requests * answerTokens,
  };
}

function spokenText({ turns, planner = '', facts, tools }: ConversationTask): string {
  const longest = turns.reduce(
    (text, { persona }) => (persona.length > text.length ? persona : text),
    '',
  );
  return `${longest}${planner}${JSON.stringify(facts)}${JSON.stringify(tools)}`;
}

/** The share of tools whose answers a model gives. */
function playedShare(tools: readonly TaskTool[]): number {
  const played = tools.filter(({ answer }) => answer.kind === 'model').length;
  return tools.length === 0 ? 0 : played / tools.length;
}

function meanLength(texts: readonly string[]): number {
  return texts.reduce((sum, { length }) => sum + length, 0) / Math.max(1, texts.length);
}

function tokensOf(text: string): number {
  return text.length / charactersPerToken;
}
