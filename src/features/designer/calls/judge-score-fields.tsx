import { styled } from '@mui/material/styles';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import type { JsonPath } from '#core/base/diagnostic.ts';
import type { Call } from '#core/design/design.ts';
import { renameScoreCommands, scoreColumnCommand } from '#core/design/judge-commands.ts';
import { isNumericScore, type JudgeOutput, type JudgeScore } from '#core/design/judge.ts';
import { useDesign, useWorkbench } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { NumberField } from '#ui/fields/number-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { CommittedField } from '#features/designer/shared/committed-field.tsx';
import { FieldRow, Line, Spacer } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useEditAll } from '#features/designer/shared/use-edit.ts';
import { useProblem } from '#features/designer/shared/use-problem.ts';
import { JudgeOptions } from './judge-options.tsx';
import { useCallEdit } from './use-call-edit.ts';

const Score = styled('section')({ display: 'flex', flexDirection: 'column', gap: 8 });

interface JudgeScoreFieldsProps {
  readonly call: Call;
  readonly output: JudgeOutput;
  readonly index: number;
  /** Place of the score. */
  readonly path: JsonPath;
}

/** One score of a rubric: what it is about, the options, and the least that is good enough. */
export function JudgeScoreFields({ call, output, index, path }: JudgeScoreFieldsProps) {
  const { stores } = useWorkbench();
  const edit = useCallEdit(call.id);
  const editAll = useEditAll();
  const score = output.scores[index];
  if (score === undefined) return null;
  const change = (next: Partial<JudgeScore>, typing?: string): void => {
    const scores = output.scores.with(index, { ...score, ...next });
    edit(
      { output: { ...output, scores } },
      typing === undefined ? undefined : `${index}.${typing}`,
    );
  };
  const rename = (name: string): string | undefined => {
    if (name === '') return 'A score needs a name.';
    if (output.scores.some((one, other) => other !== index && one.name === name))
      return `There is already a score “${name}”.`;
    editAll(renameScoreCommands(stores.design.getState().design, call, { index, name }));
    return undefined;
  };
  return (
    <Score aria-label={`Score ${score.name}`}>
      <FieldRow>
        <Place path={[...path, 'name']}>
          <CommittedField label="Score" value={score.name} onCommit={rename} />
        </Place>
        {isNumericScore(score) && (
          <LeastField score={score} path={[...path, 'least']} onChange={change} />
        )}
      </FieldRow>
      <TextField
        label="What is judged"
        value={score.description}
        placeholder="such as: Does the reply answer the question?"
        onChange={(description) => change({ description }, 'description')}
      />
      <JudgeOptions score={score} path={[...path, 'options']} onChange={change} />
      <ScoreButtons call={call} output={output} index={index} />
    </Score>
  );
}

function LeastField({
  score,
  path,
  onChange,
}: {
  readonly score: JudgeScore;
  readonly path: JsonPath;
  readonly onChange: (next: Partial<JudgeScore>, typing: string) => void;
}) {
  const problem = useProblem(path);
  return (
    <Place path={path}>
      <NumberField
        label="Least score"
        value={score.least}
        optional
        placeholder="any"
        onChange={(least) => onChange({ least }, 'least')}
        {...problem}
      />
    </Place>
  );
}

function ScoreButtons({ call, output, index }: Omit<JudgeScoreFieldsProps, 'path'>) {
  const edit = useCallEdit(call.id);
  const editAll = useEditAll();
  const design = useDesign((state) => state.design);
  const score = output.scores[index];
  const judge = design.columns.find(
    ({ fill }) => fill.kind === 'generated' && fill.call === call.id,
  );
  if (score === undefined) return null;
  const command = judge === undefined ? undefined : scoreColumnCommand(design, judge, score);
  const isOnly = output.scores.length === 1;
  if (command === undefined && isOnly) return null;
  return (
    <Line style={{ marginLeft: -8 }}>
      {command !== undefined && (
        <Button tone="ghost" size="small" glyph={Plus} onClick={() => editAll([command])}>
          Column of this score
        </Button>
      )}
      <Spacer />
      {!isOnly && (
        <IconButton
          label={`Delete score ${score.name}`}
          glyph={Trash2}
          size="small"
          onClick={() => edit({ output: { ...output, scores: output.scores.toSpliced(index, 1) } })}
        />
      )}
    </Line>
  );
}
