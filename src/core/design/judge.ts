/**
 * A call that judges what a row holds: a rubric of scores, each with its options, and what happens to
 * rows that score too low. One column keeps `{ score name: { reasoning, score } }`, as in Data Designer.
 */
import type { z } from 'zod';
import { isJsonObject, type JsonValue } from '#core/base/json.ts';
import type { DeepReadonly } from './deep-readonly.ts';
import type { AnswerField } from './fill.ts';
import { fieldValue } from './field-value.ts';
import type { judgeOutput } from './judge-schema.ts';

/** How often a row is written again at most when nothing else is said. */
export const usualRewrites = 3;

export type JudgeOutput = DeepReadonly<z.infer<typeof judgeOutput>>;
export type JudgeScore = JudgeOutput['scores'][number];

/** Whether rows that score too low are written again at all. */
export function isRewriting({ rewrites, tries }: Pick<JudgeOutput, 'rewrites' | 'tries'>): boolean {
  return tries !== undefined || rewrites > 0;
}

/** Whether all options are numbers, so that scores can be counted and compared. */
export function isNumericScore({ options }: Pick<JudgeScore, 'options'>): boolean {
  return options.every(({ value }) => typeof value === 'number');
}

/** The shape of the answer: for each score the reasons first, because what is written first shapes what follows. */
export function judgeFields({ scores }: Pick<JudgeOutput, 'scores'>): readonly AnswerField[] {
  return scores.map((score) => ({
    name: score.name,
    description: score.description,
    type: 'object',
    fields: [
      { name: 'reasoning', description: 'Why, in one or two sentences.', type: 'text' },
      {
        name: 'score',
        description: optionWords(score),
        type: scoreType(score),
        values: score.options.map(({ value }) => String(value)),
      },
    ],
  }));
}

function scoreType(score: JudgeScore): 'integer' | 'decimal' | 'text' {
  if (!isNumericScore(score)) return 'text';
  return score.options.every(({ value }) => Number.isInteger(value)) ? 'integer' : 'decimal';
}

function optionWords({ options }: JudgeScore): string {
  return options
    .flatMap(({ value, description }) => (description === '' ? [] : [`${value}: ${description}`]))
    .join('; ');
}

/** One score as it was given. */
export interface GivenScore {
  readonly name: string;
  readonly score: string | number;
  readonly reasoning: string;
}

/** The scores that a cell of a judge holds; none where it holds something else. */
export function givenScores(value: JsonValue | undefined): readonly GivenScore[] {
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, given]): GivenScore[] => {
    if (!isJsonObject(given)) return [];
    const [score, reasoning] = [fieldValue(given, 'score'), fieldValue(given, 'reasoning')];
    if (typeof score !== 'string' && typeof score !== 'number') return [];
    return [{ name, score, reasoning: typeof reasoning === 'string' ? reasoning : '' }];
  });
}

/** The scores of a cell that are below what the rubric asks for. */
export function lowScores(
  { scores }: Pick<JudgeOutput, 'scores'>,
  value: JsonValue | undefined,
): readonly GivenScore[] {
  const least = new Map(scores.map((score) => [score.name, score.least]));
  return givenScores(value).filter(({ name, score }) => {
    const bound = least.get(name);
    return bound !== undefined && typeof score === 'number' && score < bound;
  });
}

/** Whether a cell holds a score for everything that the rubric asks a least score of. */
export function isScored(
  { scores }: Pick<JudgeOutput, 'scores'>,
  value: JsonValue | undefined,
): boolean {
  const given = new Set(givenScores(value).map(({ name }) => name));
  return scores.every(({ name, least }) => least === undefined || given.has(name));
}
