import type { JsonPath } from '#core/base/diagnostic.ts';
import { limits } from '#core/base/limits.ts';
import { uniqueName } from '#core/design/column-names.ts';
import type { Call } from '#core/design/design.ts';
import { newScore } from '#core/design/judge-commands.ts';
import type { JudgeOutput } from '#core/design/judge.ts';
import { useDesign } from '#state/react.tsx';
import { CheckboxChip } from '#ui/fields/checkbox-chip.tsx';
import { NumberField } from '#ui/fields/number-field.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { AddLine } from '#features/designer/shared/add-line.tsx';
import { Caption, FieldRow, Line, Quiet } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { JudgeScoreFields } from './judge-score-fields.tsx';
import { useCallEdit } from './use-call-edit.ts';

interface JudgeFormProps {
  readonly call: Call;
  readonly output: JudgeOutput;
  /** Place of the output. */
  readonly path: JsonPath;
}

/** What a judge is shown, what it scores, and what follows from a low score. */
export function JudgeForm({ call, output, path }: JudgeFormProps) {
  const edit = useCallEdit(call.id);
  const names = new Set(output.scores.map(({ name }) => name));
  return (
    <>
      <ShownColumns call={call} output={output} path={path} />
      {output.scores.map((_, index) => (
        <JudgeScoreFields
          key={index}
          call={call}
          output={output}
          index={index}
          path={[...path, 'scores', index]}
        />
      ))}
      <AddLine
        noun="Score"
        onAdd={() =>
          edit({
            output: {
              ...output,
              scores: [...output.scores, newScore(uniqueName('score', names))],
            },
          })
        }
      />
      <LowScores call={call} output={output} path={path} />
    </>
  );
}

function ShownColumns({ call, output, path }: JudgeFormProps) {
  const edit = useCallEdit(call.id);
  const columns = useDesign((state) => state.design.columns);
  const others = columns.filter(({ fill }) => fill.kind !== 'generated' || fill.call !== call.id);
  const toggle = (id: string, isShown: boolean): void => {
    const shows = isShown ? [...output.shows, id] : output.shows.filter((one) => one !== id);
    edit({ output: { ...output, shows } });
  };
  return (
    <Place path={[...path, 'shows']}>
      <Line role="group" aria-label="Shown to the judge">
        <Quiet>Shown to the judge</Quiet>
        {others.map(({ id, name }) => (
          <CheckboxChip
            key={id}
            label={name}
            checked={output.shows.includes(id)}
            onChange={(isShown) => toggle(id, isShown)}
          />
        ))}
      </Line>
    </Place>
  );
}

const rewriting = [
  { value: 'each', label: 'Are written again a few times each' },
  { value: 'all', label: 'Are written again until all are good enough' },
] as const;

const afterwards = [
  { value: 'keep', label: 'Are kept' },
  { value: 'drop', label: 'Are left out of exports' },
] as const;

function LowScores({ call, output, path }: JudgeFormProps) {
  const edit = useCallEdit(call.id);
  const rows = useDesign((state) => state.design.rows);
  if (output.scores.every(({ least }) => least === undefined))
    return <Caption>With a least score, rows below it are written again.</Caption>;
  const { tries } = output;
  return (
    <>
      <SelectField
        label="Rows that score too low"
        value={tries === undefined ? 'each' : 'all'}
        options={rewriting}
        onChange={(kind) =>
          edit({ output: { ...output, tries: kind === 'all' ? usualTries(rows) : undefined } })
        }
      />
      <FieldRow>
        {tries === undefined ? (
          <NumberField
            label="Written again at most"
            value={output.rewrites}
            integer
            min={0}
            max={10}
            unit="times"
            onChange={(rewrites = 0) => edit({ output: { ...output, rewrites } }, 'rewrites')}
          />
        ) : (
          <Place path={[...path, 'tries']}>
            <NumberField
              label="Tries in all at most"
              value={tries}
              integer
              min={1}
              max={limits.rows * 10}
              unit="tries"
              onChange={(next) =>
                edit({ output: { ...output, tries: next ?? usualTries(rows) } }, 'tries')
              }
            />
          </Place>
        )}
        <SelectField
          label="Rows that stay too low"
          value={output.whenLow}
          options={afterwards}
          onChange={(whenLow) => edit({ output: { ...output, whenLow } })}
        />
      </FieldRow>
      {tries !== undefined && <Caption>{triesCaption(tries, rows)}</Caption>}
    </>
  );
}

/** Half as many tries again as there are rows. */
function usualTries(rows: number): number {
  return Math.max(1, Math.ceil(rows * 1.5));
}

function triesCaption(tries: number, rows: number): string {
  const again = Math.max(0, tries - rows).toLocaleString('en');
  return `Each of ${rows.toLocaleString('en')} rows once, and ${again} tries to write low ones again until all score high enough. A preview has its share of them.`;
}
