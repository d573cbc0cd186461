import { TemplateField } from '#features/designer/templates/template-field.tsx';
import { useReferenceOptions } from '#features/designer/templates/use-reference-options.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useProblem } from '#features/designer/shared/use-problem.ts';
import type { FillEditorProps } from './fill-editor-props.ts';
import { FirstValue } from './first-value.tsx';
import { useSetFill } from './use-set-fill.ts';

export function TemplateEditor({ column, fill, path }: FillEditorProps<'template'>) {
  const setFill = useSetFill(column.id);
  const options = useReferenceOptions([column.id]);
  const place = [...path, 'template'];
  const problem = useProblem(place);
  return (
    <>
      <Place path={place}>
        <TemplateField
          label="Template"
          labelAt="hidden"
          mono
          value={fill.template}
          options={options}
          onChange={(template) => setFill({ ...fill, template }, 'template')}
          {...problem}
        />
      </Place>
      <FirstValue column={column} />
    </>
  );
}
