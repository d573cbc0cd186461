import type { JsonPath } from '#core/base/diagnostic.ts';
import type { Column } from '#core/design/design.ts';
import { useDesign } from '#state/react.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { dependentColumns } from '#features/designer/templates/dependent-columns.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useProblem } from '#features/designer/shared/use-problem.ts';

interface ColumnFieldProps {
  readonly column: Column;
  /** Place of the fill. */
  readonly path: JsonPath;
  readonly value: string;
  readonly onChange: (columnId: string) => void;
}

/** The column that another one reads: none that reads it in turn. */
export function ColumnField({ column, path, value, onChange }: ColumnFieldProps) {
  const design = useDesign((state) => state.design);
  const place = [...path, 'column'];
  const problem = useProblem(place);
  const barred = dependentColumns(design, [column.id]);
  const options = design.columns
    .filter(({ id }) => !barred.has(id))
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Place path={place}>
      <SelectField
        label="Reads"
        value={value}
        options={options}
        placeholder="choose a column"
        onChange={onChange}
        {...problem}
      />
    </Place>
  );
}
