import type { ConstraintOf } from '#core/design/constraint.ts';
import { useDesign } from '#state/react.tsx';
import { CheckboxChip } from '#ui/fields/checkbox-chip.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { isNumeric } from '#features/designer/shared/column-options.ts';
import { Line } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useProblem } from '#features/designer/shared/use-problem.ts';
import { withoutUndefined } from '#features/designer/shared/without-undefined.ts';
import { ChoicePart, ColumnField, NumberPart } from './rule-fields.tsx';
import type { RuleProps } from './rule-props.ts';

export function ExpressionRule({ rule, path, onChange }: RuleProps<'expression'>) {
  const place = [...path, 'expression'];
  const problem = useProblem(place);
  return (
    <Place path={place}>
      <TextArea
        label="True in every row"
        mono
        minRows={1}
        maxRows={6}
        value={rule.expression}
        placeholder="price > 100 and size < 90"
        onChange={(expression) => onChange({ ...rule, expression }, 'expression')}
        {...problem}
      />
    </Place>
  );
}

export function RangeRule({ rule, path, onChange }: RuleProps<'range'>) {
  const put = (change: Partial<Bounds>, typing: string) =>
    onChange(withoutUndefined<ConstraintOf<'range'>>({ ...rule, ...change }), typing);
  return (
    <Line>
      <ColumnField
        label="Column"
        path={[...path, 'column']}
        value={rule.column}
        accepts={isNumeric}
        onChange={(column) => onChange({ ...rule, column })}
      />
      is between
      <NumberPart
        label="Low"
        path={[...path, 'low']}
        value={rule.low}
        optional
        onChange={(low) => put({ low }, 'low')}
      />
      and
      <NumberPart
        label="High"
        path={[...path, 'high']}
        value={rule.high}
        optional
        onChange={(high) => put({ high }, 'high')}
      />
    </Line>
  );
}

interface Bounds {
  readonly low: number | undefined;
  readonly high: number | undefined;
}

export function PatternRule({ rule, path, onChange }: RuleProps<'pattern'>) {
  const place = [...path, 'pattern'];
  const problem = useProblem(place);
  return (
    <Line style={{ flexWrap: 'nowrap', alignItems: 'flex-start' }}>
      <ColumnField
        label="Column"
        path={[...path, 'column']}
        value={rule.column}
        onChange={(column) => onChange({ ...rule, column })}
      />
      <span style={{ lineHeight: '24px' }}>matches</span>
      <Place path={place} style={{ flex: 1 }}>
        <TextField
          label="Pattern"
          labelAt="hidden"
          size="small"
          mono
          placeholder="[A-Z]{3}-\d+"
          value={rule.pattern}
          onChange={(pattern) => onChange({ ...rule, pattern }, 'pattern')}
          {...problem}
        />
      </Place>
    </Line>
  );
}

const units = [
  { value: 'words', label: 'words' },
  { value: 'characters', label: 'characters' },
] as const;

export function LengthRule({ rule, path, onChange }: RuleProps<'length'>) {
  const put = (change: Partial<Bounds>, typing: string) =>
    onChange(withoutUndefined<ConstraintOf<'length'>>({ ...rule, ...change }), typing);
  const limits = { optional: true, integer: true, min: 0 } as const;
  return (
    <Line>
      <ColumnField
        label="Column"
        path={[...path, 'column']}
        value={rule.column}
        accepts={({ type }) => type === 'text'}
        onChange={(column) => onChange({ ...rule, column })}
      />
      has
      <NumberPart
        label="At least"
        path={[...path, 'low']}
        value={rule.low}
        onChange={(low) => put({ low }, 'low')}
        {...limits}
      />
      to
      <NumberPart
        label="At most"
        path={[...path, 'high']}
        value={rule.high}
        onChange={(high) => put({ high }, 'high')}
        {...limits}
      />
      <ChoicePart
        label="Counted in"
        path={[...path, 'unit']}
        value={rule.unit}
        options={units}
        onChange={(unit) => onChange({ ...rule, unit })}
      />
    </Line>
  );
}

export function UniqueRule({ rule, path, onChange }: RuleProps<'unique'>) {
  const columns = useDesign((state) => state.design.columns);
  const { error } = useProblem([...path, 'columns']);

  function toggle(columnId: string, isIn: boolean) {
    const chosen = columns
      .map(({ id }) => id)
      .filter((id) => (id === columnId ? isIn : rule.columns.includes(id)));
    if (chosen.length > 0) onChange({ ...rule, columns: chosen });
  }

  return (
    <Place path={[...path, 'columns']}>
      <Line role="group" aria-label="Unique columns">
        {columns.map(({ id, name }) => (
          <CheckboxChip
            key={id}
            label={name}
            checked={rule.columns.includes(id)}
            onChange={(isIn) => toggle(id, isIn)}
          />
        ))}
        <span>{rule.columns.length === 1 ? 'is unique' : 'together are unique'}</span>
      </Line>
      {error}
    </Place>
  );
}
