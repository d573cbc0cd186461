import type { JsonPath } from '#core/base/diagnostic.ts';
import type { FillOf } from '#core/design/fill.ts';
import { SwitchField } from '#ui/fields/switch-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { FieldRow } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useProblem } from '#features/designer/shared/use-problem.ts';
import { ColumnField } from './column-field.tsx';
import type { FillEditorProps } from './fill-editor-props.ts';
import { RowPreview } from './row-preview.tsx';
import { useSetFill } from './use-set-fill.ts';

type Postprocess = FillOf<'postprocess'>;
type Step = 'regex' | 'cutPrefix' | 'cutSuffix' | 'addedPrefix' | 'addedSuffix';

/** A text cleaned step by step, in the order of the fields, before and after. */
export function PostprocessEditor({ column, fill, path }: FillEditorProps<'postprocess'>) {
  const setFill = useSetFill(column.id);
  const step = (key: Step, label: string, placeholder: string) => (
    <StepField
      label={label}
      placeholder={placeholder}
      path={[...path, key]}
      value={fill[key] ?? ''}
      onChange={(text) => setFill(withStep(fill, key, text), key)}
    />
  );
  return (
    <>
      <ColumnField
        column={column}
        path={path}
        value={fill.column}
        onChange={(columnId) => setFill({ ...fill, column: columnId })}
      />
      {step('regex', '1. Keep the first match of', 'all of it; Python syntax')}
      <FieldRow style={{ gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))' }}>
        {step('cutPrefix', '2. Cut up to', 'nothing')}
        {step('cutSuffix', '3. Cut from the last', 'nothing')}
      </FieldRow>
      <SwitchField
        label="4. Without space at both ends"
        checked={fill.strip}
        onChange={(strip) => setFill({ ...fill, strip })}
      />
      <FieldRow style={{ gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))' }}>
        {step('addedPrefix', '5. Put before it', 'nothing')}
        {step('addedSuffix', '6. Put behind it', 'nothing')}
      </FieldRow>
      <RowPreview
        parts={[
          { label: 'Before', columnId: fill.column },
          { label: 'After', columnId: column.id },
        ]}
      />
    </>
  );
}

function withStep(fill: Postprocess, key: Step, text: string): Postprocess {
  return { ...fill, [key]: text === '' ? undefined : text };
}

interface StepFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly path: JsonPath;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

function StepField({ label, placeholder, path, value, onChange }: StepFieldProps) {
  const problem = useProblem(path);
  return (
    <Place path={path}>
      <TextField
        label={label}
        placeholder={placeholder}
        mono
        value={value}
        onChange={onChange}
        {...problem}
      />
    </Place>
  );
}
