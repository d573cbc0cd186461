import type { JsonPath } from '#core/base/diagnostic.ts';
import type { Column } from '#core/design/design.ts';
import { useDesign } from '#state/react.tsx';
import { NumberField } from '#ui/fields/number-field.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import type { SelectOption } from '#ui/fields/select-option.tsx';
import { FillTile } from '#ui/marks/fill-tile.tsx';
import { columnOptions } from '#features/designer/shared/column-options.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useProblem } from '#features/designer/shared/use-problem.ts';

interface RuleFieldProps {
  readonly label: string;
  readonly path: JsonPath;
}

interface ColumnFieldProps extends RuleFieldProps {
  readonly value: string;
  readonly accepts?: (column: Column) => boolean;
  readonly onChange: (columnId: string) => void;
}

/** A column inside a sentence. A column the rule holds already is offered whatever its type. */
export function ColumnField({
  label,
  path,
  value,
  accepts = () => true,
  onChange,
}: ColumnFieldProps) {
  const problem = useProblem(path);
  const columns = useDesign((state) => state.design.columns);
  const column = columns.find(({ id }) => id === value);
  return (
    <Place path={path}>
      <SelectField
        label={label}
        labelAt="hidden"
        size="small"
        value={value}
        placeholder={value}
        options={columnOptions(columns, (other) => other.id === value || accepts(other))}
        start={
          column === undefined ? undefined : <FillTile fillKind={column.fill.kind} size={16} />
        }
        onChange={onChange}
        {...problem}
      />
    </Place>
  );
}

interface OptionalColumnFieldProps extends RuleFieldProps {
  readonly value: string | undefined;
  readonly none: string;
  readonly accepts: (column: Column) => boolean;
  readonly onChange: (columnId: string | undefined) => void;
}

/** No column has this id: ids hold letters, digits, `_` and `-`. */
const noColumn = '(none)';

/** As `ColumnField`, with a way to say “none”. */
export function OptionalColumnField(props: OptionalColumnFieldProps) {
  const { label, path, value, none, accepts, onChange } = props;
  const problem = useProblem(path);
  const columns = useDesign((state) => state.design.columns);
  const column = columns.find(({ id }) => id === value);
  const options = columnOptions(columns, (other) => other.id === value || accepts(other));
  return (
    <Place path={path}>
      <SelectField
        label={label}
        labelAt="hidden"
        size="small"
        value={value ?? noColumn}
        options={[{ value: noColumn, label: none }, ...options]}
        start={
          column === undefined ? undefined : <FillTile fillKind={column.fill.kind} size={16} />
        }
        onChange={(id) => onChange(id === noColumn ? undefined : id)}
        {...problem}
      />
    </Place>
  );
}

interface NumberPartProps extends RuleFieldProps {
  readonly value: number | undefined;
  readonly optional?: boolean;
  readonly integer?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly unit?: string;
  readonly onChange: (value: number | undefined) => void;
}

/** A number inside a sentence. */
export function NumberPart({ label, path, value, unit, onChange, ...limits }: NumberPartProps) {
  const problem = useProblem(path);
  return (
    <Place path={path}>
      <NumberField
        label={label}
        labelAt="hidden"
        size="small"
        width={widthOf(unit, limits.integer)}
        value={value}
        placeholder={limits.optional === true ? 'any' : ''}
        onChange={onChange}
        {...(unit === undefined ? {} : { unit })}
        {...limits}
        {...problem}
      />
    </Place>
  );
}

interface ChoicePartProps<Value extends string> extends RuleFieldProps {
  readonly value: Value;
  readonly options: readonly SelectOption<Value>[];
  readonly onChange: (value: Value) => void;
}

/** One of a few words inside a sentence. */
export function ChoicePart<Value extends string>({
  label,
  path,
  ...field
}: ChoicePartProps<Value>) {
  const problem = useProblem(path);
  return (
    <Place path={path}>
      <SelectField label={label} labelAt="hidden" size="small" {...field} {...problem} />
    </Place>
  );
}

interface ScalarPartProps extends RuleFieldProps {
  readonly value: string | number | boolean;
  readonly values: readonly (string | number | boolean)[];
  readonly onChange: (value: string | number | boolean) => void;
}

/** A value of a column inside a sentence; one the column does not have stays choosable, as it is. */
export function ScalarPart({ label, path, value, values, onChange }: ScalarPartProps) {
  const known = values.includes(value) ? values : [value, ...values];
  return (
    <ChoicePart
      label={label}
      path={path}
      value={String(value)}
      options={known.map((item) => ({ value: String(item), label: String(item) }))}
      onChange={(text) => onChange(known.find((item) => String(item) === text) ?? text)}
    />
  );
}

function widthOf(unit: string | undefined, integer: boolean | undefined): number {
  if (unit !== undefined) return 72;
  return integer === true ? 48 : 58;
}
