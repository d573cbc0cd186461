/** What a draft will cost, before it is asked for. Pure; rules of thumb, good to about a third. */
import type { DatasetDesign } from '#core/design/design.ts';
import { charactersPerToken } from '#core/engine/token-guess.ts';
import type { DraftKind, PromptTask } from '#core/llm/draft/draft-task.ts';
import { costOf, type Cost, type Price } from '#core/llm/price/price.ts';

/** Tokens of the fixed part of a request: the instructions and the schema. */
export const fixedPromptTokens: Readonly<Record<DraftKind, number>> = {
  describe: 3_100,
  edit: 3_150,
  axes: 2_950,
  level: 2_950,
  prompt: 410,
};

const usualAnswerTokens: Readonly<Record<DraftKind, number>> = {
  describe: 1_400,
  edit: 500,
  axes: 900,
  level: 1_200,
  prompt: 300,
};

export interface DraftQuestion {
  readonly kind: DraftKind;
  readonly text: string;
  /** The design that is told with the request; a new one is blank. */
  readonly design: DatasetDesign;
  /** What is told besides the design: messages and ratings, for a better prompt. */
  readonly about?: PromptTask | undefined;
}

/** One request; a second one, which mends the answer, comes only when the check finds something. */
export function draftCost({ kind, text, design, about }: DraftQuestion, price: Price): Cost {
  const outline = kind === 'describe' ? 0 : JSON.stringify(design.columns).length;
  const told = outline + (about === undefined ? 0 : JSON.stringify(about).length);
  const inputTokens = fixedPromptTokens[kind] + (text.length + told) / charactersPerToken;
  return costOf(price, { inputTokens, outputTokens: usualAnswerTokens[kind] });
}
