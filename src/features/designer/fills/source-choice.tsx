import type { JsonPath } from '#core/base/diagnostic.ts';
import { useDesign } from '#state/react.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { Place } from '#features/designer/shared/place.tsx';
import { useProblem } from '#features/designer/shared/use-problem.ts';

interface SourceChoiceProps {
  /** Of the fill that reads the source. */
  readonly path: JsonPath;
  readonly value: string;
  readonly onChange: (sourceId: string) => void;
}

/** Whose rows a fill takes. */
export function SourceChoice({ path, value, onChange }: SourceChoiceProps) {
  const sources = useDesign((state) => state.design.sources);
  const problem = useProblem([...path, 'source']);
  return (
    <Place path={[...path, 'source']}>
      <SelectField
        label="Source"
        value={value}
        options={sources.map(({ id, name }) => ({ value: id, label: name }))}
        placeholder="none yet"
        onChange={onChange}
        {...problem}
      />
    </Place>
  );
}
