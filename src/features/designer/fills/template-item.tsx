import type { JsonPath } from '#core/base/diagnostic.ts';
import { TemplateField } from '#features/designer/templates/template-field.tsx';
import { useReferenceOptions } from '#features/designer/templates/use-reference-options.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useProblem } from '#features/designer/shared/use-problem.ts';

interface TemplateItemProps {
  readonly label: string;
  readonly columnId: string;
  readonly path: JsonPath;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** One template among several of a column. */
export function TemplateItem({ label, columnId, path, value, onChange }: TemplateItemProps) {
  const options = useReferenceOptions([columnId]);
  const problem = useProblem(path);
  return (
    <Place path={path} style={{ flex: '1 1 160px', minWidth: 0 }}>
      <TemplateField
        label={label}
        mono
        minRows={1}
        value={value}
        options={options}
        onChange={onChange}
        {...problem}
      />
    </Place>
  );
}
