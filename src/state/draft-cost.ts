/** What a draft will cost, before it is asked for. Pure; rules of thumb, good to about a third. */
import type { DatasetDesign } from '#core/design/design.ts';
import { charactersPerToken } from '#core/engine/token-guess.ts';
import type { DraftKind } from '#core/llm/draft/draft-task.ts';
import { costOf, type Cost, type Price } from '#core/llm/price/price.ts';

/** Tokens of the fixed part of a request: the instructions and the schema. */
export const fixedPromptTokens: Readonly<Record<DraftKind, number>> = {
  describe: 3_100,
  edit: 3_150,
  axes: 2_950,
};

const usualAnswerTokens: Readonly<Record<DraftKind, number>> = {
  describe: 1_400,
  edit: 500,
  axes: 900,
};

export interface DraftQuestion {
  readonly kind: DraftKind;
  readonly text: string;
  /** The design that is told with the request; a new one is blank. */
  readonly design: DatasetDesign;
}

/** One request; a second one, which mends the answer, comes only when the check finds something. */
export function draftCost({ kind, text, design }: DraftQuestion, price: Price): Cost {
  const told = kind === 'describe' ? 0 : JSON.stringify(design.columns).length;
  const inputTokens = fixedPromptTokens[kind] + (text.length + told) / charactersPerToken;
  return costOf(price, { inputTokens, outputTokens: usualAnswerTokens[kind] });
}
