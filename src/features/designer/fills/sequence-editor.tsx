import { NumberField } from '#ui/fields/number-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { FieldRow } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useProblem } from '#features/designer/shared/use-problem.ts';
import { withoutUndefined } from '#features/designer/shared/without-undefined.ts';
import type { FillEditorProps } from './fill-editor-props.ts';
import { useSetFill } from './use-set-fill.ts';

export function SequenceEditor({ column, fill, path }: FillEditorProps<'sequence'>) {
  const setFill = useSetFill(column.id);
  const startProblem = useProblem([...path, 'start']);
  const stepProblem = useProblem([...path, 'step']);
  const padProblem = useProblem([...path, 'padTo']);
  return (
    <FieldRow>
      <Place path={[...path, 'start']}>
        <NumberField
          label="Start"
          value={fill.start}
          onChange={(start = 1) => setFill({ ...fill, start }, 'start')}
          {...startProblem}
        />
      </Place>
      <Place path={[...path, 'step']}>
        <NumberField
          label="Step"
          value={fill.step}
          onChange={(step = 1) => setFill({ ...fill, step }, 'step')}
          {...stepProblem}
        />
      </Place>
      <Place path={[...path, 'prefix']}>
        <TextField
          label="Prefix"
          value={fill.prefix ?? ''}
          onChange={(text) =>
            setFill(withoutUndefined({ ...fill, prefix: text === '' ? undefined : text }), 'prefix')
          }
        />
      </Place>
      <Place path={[...path, 'padTo']}>
        <NumberField
          label="Digits"
          value={fill.padTo}
          optional
          integer
          min={0}
          max={20}
          placeholder="any"
          onChange={(padTo) => setFill(withoutUndefined({ ...fill, padTo }), 'padTo')}
          {...padProblem}
        />
      </Place>
    </FieldRow>
  );
}
