import X from 'lucide-react/icons/x';
import type { JsonPath } from '#core/base/diagnostic.ts';
import { isNumericScore, type JudgeScore } from '#core/design/judge.ts';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { AddLine } from '#features/designer/shared/add-line.tsx';
import { CommittedField } from '#features/designer/shared/committed-field.tsx';
import { readScalar } from '#features/designer/fills/read-scalar.ts';
import { Line, Quiet } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useProblem } from '#features/designer/shared/use-problem.ts';

interface JudgeOptionsProps {
  readonly score: JudgeScore;
  readonly path: JsonPath;
  readonly onChange: (next: Partial<JudgeScore>, typing?: string) => void;
}

type Option = JudgeScore['options'][number];

/** The scores that can be given, worst first, each with what it means. */
export function JudgeOptions({ score, path, onChange }: JudgeOptionsProps) {
  const { options } = score;
  const problem = useProblem(path);
  const put = (index: number, option: Option, typing?: string): void =>
    onChange({ options: options.with(index, option) }, typing);
  const setValue = (index: number, text: string): string | undefined => {
    if (text === '') return 'An option needs a value.';
    if (options.some(({ value }, other) => other !== index && String(value) === text))
      return `There is already an option ${text}.`;
    const option = options[index];
    const value = readScalar(text, 'decimal');
    if (option !== undefined && typeof value !== 'boolean') put(index, { ...option, value });
    return undefined;
  };
  return (
    <Place path={path}>
      {options.map((option, index) => (
        <Line key={index} style={{ flexWrap: 'nowrap', alignItems: 'start', marginBottom: 4 }}>
          <div style={{ width: 72, flexShrink: 0 }}>
            <CommittedField
              label={`Option ${index + 1}`}
              labelAt="hidden"
              value={String(option.value)}
              onCommit={(text) => setValue(index, text)}
            />
          </div>
          <div style={{ flex: 1, minWidth: 0 }}>
            <TextField
              label={`Meaning of ${option.value}`}
              labelAt="hidden"
              value={option.description}
              placeholder="when it is right"
              onChange={(description) => put(index, { ...option, description }, `option.${index}`)}
            />
          </div>
          {options.length > 1 && (
            <IconButton
              label={`Delete option ${option.value}`}
              glyph={X}
              size="small"
              onClick={() => onChange({ options: options.toSpliced(index, 1) })}
            />
          )}
        </Line>
      ))}
      {problem.error !== undefined && <Quiet role="alert">{problem.error}</Quiet>}
      <AddLine noun="Option" onAdd={() => onChange({ options: [...options, nextOption(score)] })} />
    </Place>
  );
}

/** The next number, or a word that no option has. */
function nextOption(score: JudgeScore): Option {
  const values = score.options.map(({ value }) => value);
  const numbers = values.filter((value) => typeof value === 'number');
  if (isNumericScore(score)) return { value: Math.max(0, ...numbers) + 1, description: '' };
  let number = values.length + 1;
  while (values.includes(`option ${number}`)) number += 1;
  return { value: `option ${number}`, description: '' };
}
