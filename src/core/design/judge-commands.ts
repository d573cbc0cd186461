/** Commands that bring a judge, the columns of its scores and columns of code into a design. */
import { isReferable, slugOf, uniqueName } from './column-names.ts';
import type { DesignCommand } from './command.ts';
import type { Call, Column, DatasetDesign } from './design.ts';
import { columnSchema } from './design-schema.ts';
import { isNumericScore, usualRewrites, type JudgeOutput, type JudgeScore } from './judge.ts';

/** From bad to good, so that the number says what a reader expects of it. */
const usualOptions = [
  { value: 1, description: 'Unusable.' },
  { value: 2, description: 'Poor: clear faults.' },
  { value: 3, description: 'Fair: small faults.' },
  { value: 4, description: 'Good.' },
  { value: 5, description: 'Excellent: nothing to improve.' },
] as const;

export function newScore(name: string): JudgeScore {
  return { name, description: '', options: [...usualOptions] };
}

/** A judge of the text that a model has written last; of nothing yet where there is none. */
export function newJudge(design: DatasetDesign): JudgeOutput {
  const judged = judgedText(design);
  return {
    kind: 'judge',
    shows: judged === undefined ? [] : [judged.id],
    scores: [{ ...newScore('quality'), description: 'How good is it as a whole?' }],
    rewrites: usualRewrites,
    whenLow: 'keep',
  };
}

/** The column that a model has written last, besides those of judges. */
export function judgedText({ columns, calls }: DatasetDesign): Column | undefined {
  const judges = new Set(calls.filter(({ output }) => output.kind === 'judge').map(({ id }) => id));
  return columns.findLast(
    ({ fill, drop }) => fill.kind === 'generated' && !judges.has(fill.call) && !drop,
  );
}

/** A column for one score by itself, to sort, filter, draw and write rules by. Undefined where there is one, or where no expression can read the judge. */
export function scoreColumnCommand(
  design: DatasetDesign,
  judge: Column,
  score: JudgeScore,
): DesignCommand | undefined {
  if (!isReferable(judge.name) || !isReferable(score.name)) return undefined;
  if (scoreColumns(design, judge, score.name).length > 0) return undefined;
  const names = new Set(design.columns.flatMap(({ id, name }) => [id, name]));
  const name = uniqueName(`${slugOf(score.name)}_score`, names);
  return {
    kind: 'add-column',
    column: columnSchema.parse({
      id: name,
      name,
      type: isNumericScore(score) ? 'decimal' : 'text',
      fill: { kind: 'formula', expression: scoreExpression(judge, score.name) },
    }),
  };
}

/** Columns that hold one score and nothing else. */
function scoreColumns(
  { columns }: DatasetDesign,
  judge: Column,
  scoreName: string,
): readonly Column[] {
  const expression = scoreExpression(judge, scoreName);
  return columns.filter(({ fill }) => fill.kind === 'formula' && fill.expression === expression);
}

function scoreExpression({ name }: Column, scoreName: string): string {
  return `${name}.${scoreName}.score`;
}

/** Another name for a score; the columns that hold it alone follow. */
export function renameScoreCommands(
  design: DatasetDesign,
  call: Call,
  { index, name }: { readonly index: number; readonly name: string },
): readonly DesignCommand[] {
  const { output } = call;
  const score = output.kind === 'judge' ? output.scores[index] : undefined;
  if (output.kind !== 'judge' || score === undefined) return [];
  const scores = output.scores.with(index, { ...score, name });
  const judge = design.columns.find(
    ({ fill }) => fill.kind === 'generated' && fill.call === call.id,
  );
  const followers = judge === undefined ? [] : scoreColumns(design, judge, score.name);
  return [
    { kind: 'update-call', callId: call.id, change: { output: { ...output, scores } } },
    ...followers.map((column): DesignCommand => ({
      kind: 'set-fill',
      columnId: column.id,
      fill: {
        kind: 'formula',
        expression: judge === undefined ? '' : scoreExpression(judge, name),
      },
    })),
  ];
}
