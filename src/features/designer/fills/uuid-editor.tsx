import { SwitchField } from '#ui/fields/switch-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { Line } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { withoutUndefined } from '#features/designer/shared/without-undefined.ts';
import type { FillEditorProps } from './fill-editor-props.ts';
import { useSetFill } from './use-set-fill.ts';

export function UuidEditor({ column, fill, path }: FillEditorProps<'uuid'>) {
  const setFill = useSetFill(column.id);
  return (
    <Line style={{ gap: 16 }}>
      <Place path={[...path, 'prefix']}>
        <TextField
          label="Prefix"
          labelAt="left"
          width={140}
          value={fill.prefix ?? ''}
          onChange={(text) =>
            setFill(withoutUndefined({ ...fill, prefix: text === '' ? undefined : text }), 'prefix')
          }
        />
      </Place>
      <SwitchField
        label="Eight digits"
        checked={fill.shortForm === true}
        onChange={(shortForm) => setFill({ ...fill, shortForm })}
      />
      <SwitchField
        label="Upper case"
        checked={fill.uppercase === true}
        onChange={(uppercase) => setFill({ ...fill, uppercase })}
      />
    </Line>
  );
}
