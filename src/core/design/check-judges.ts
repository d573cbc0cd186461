/** Findings on calls that judge: the column they write, the rubric, and what a low score can lead to. */
import type { Diagnostic, JsonPath } from '#core/base/diagnostic.ts';
import type { Call, DatasetDesign } from './design.ts';
import { errorAt, warningAt } from './finding.ts';
import { isNumericScore, isRewriting, type JudgeOutput } from './judge.ts';
import { judgedColumns } from './judged-columns.ts';

export function checkJudges(design: DatasetDesign): readonly Diagnostic[] {
  return design.calls.flatMap((call, index) => {
    if (call.output.kind !== 'judge') return [];
    const path: JsonPath = ['calls', index, 'output'];
    return [
      ...checkColumns(call, path, design),
      ...checkScores(call.output, path),
      ...checkRewriting(call, path, design),
    ];
  });
}

function checkColumns(call: Call, path: JsonPath, { columns }: DatasetDesign): Diagnostic[] {
  const written = columns.filter(({ fill }) => fill.kind === 'generated' && fill.call === call.id);
  if (written.length === 1 || written.length === 0) return [];
  return [
    errorAt(
      path,
      'judge-columns',
      `The judge “${call.name}” writes one column that keeps its scores, but ${written.length} columns name it.`,
    ),
  ];
}

function checkScores({ scores }: JudgeOutput, path: JsonPath): readonly Diagnostic[] {
  const seen = new Set<string>();
  return scores.flatMap((score, index) => {
    const place = [...path, 'scores', index];
    const isTwice = seen.has(score.name);
    seen.add(score.name);
    const values = new Set(score.options.map(({ value }) => String(value)));
    return [
      ...(isTwice
        ? [errorAt([...place, 'name'], 'judge-score', `“${score.name}” is scored twice.`)]
        : []),
      ...(values.size < score.options.length
        ? [
            errorAt(
              [...place, 'options'],
              'judge-options',
              `An option of “${score.name}” is there twice.`,
            ),
          ]
        : []),
      ...checkLeast(score, place),
    ];
  });
}

function checkLeast(score: JudgeOutput['scores'][number], place: JsonPath): readonly Diagnostic[] {
  const { least, name, options } = score;
  if (least === undefined) return [];
  const path = [...place, 'least'];
  if (!isNumericScore(score))
    return [
      errorAt(
        path,
        'judge-least',
        `“${name}” has options that are no numbers, so none of them is the least.`,
      ),
    ];
  const isReachable = options.some(({ value }) => typeof value === 'number' && value >= least);
  return isReachable
    ? []
    : [
        errorAt(
          path,
          'judge-least',
          `No option of “${name}” is ${least} or more, so no row can be good enough.`,
        ),
      ];
}

function checkRewriting(call: Call, path: JsonPath, design: DatasetDesign): readonly Diagnostic[] {
  const { output } = call;
  if (output.kind !== 'judge' || !isRewriting(output)) return [];
  const isBound = output.scores.some(({ least }) => least !== undefined);
  if (!isBound) return [];
  if (judgedColumns(design, call).length > 0) return checkTries(output, path, design);
  return [
    warningAt(
      path,
      'judge-nothing-written',
      `The judge “${call.name}” reads nothing that a model has written, so a row that scores too low cannot be written again.`,
    ),
  ];
}

function checkTries(
  { tries }: JudgeOutput,
  path: JsonPath,
  { rows }: DatasetDesign,
): readonly Diagnostic[] {
  if (tries === undefined || tries > rows) return [];
  return [
    warningAt(
      [...path, 'tries'],
      'judge-tries',
      `${tries} tries for ${rows} rows leave none to write a row again. Ask for more tries than rows.`,
    ),
  ];
}
