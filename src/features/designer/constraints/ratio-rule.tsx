import { groupValues } from '#core/design/column-facts.ts';
import type { ConstraintOf } from '#core/design/constraint.ts';
import { useDesign } from '#state/react.tsx';
import { isGrouping, isNumeric } from '#features/designer/shared/column-options.ts';
import { Line } from '#features/designer/shared/layout.ts';
import { withoutUndefined } from '#features/designer/shared/without-undefined.ts';
import { ColumnField, NumberPart, OptionalColumnField, ScalarPart } from './rule-fields.tsx';
import type { RuleProps } from './rule-props.ts';

type RatioChange = Partial<{
  [Key in keyof ConstraintOf<'ratio'>]: ConstraintOf<'ratio'>[Key] | undefined;
}>;

/** mean of one group is so many times that of another, at equal values of a third column. */
export function RatioRule({ rule, path, onChange }: RuleProps<'ratio'>) {
  const columns = useDesign((state) => state.design.columns);
  const values = groupValues(columns.find(({ id }) => id === rule.by));
  const put = (change: RatioChange, typing?: string) =>
    onChange(withoutUndefined<ConstraintOf<'ratio'>>({ ...rule, ...change }), typing);

  function handleBy(by: string) {
    const [to = rule.to, of = rule.of] = groupValues(columns.find(({ id }) => id === by));
    put({ by, of, to });
  }

  return (
    <Line>
      mean
      <ColumnField
        label="Column"
        path={[...path, 'column']}
        value={rule.column}
        accepts={isNumeric}
        onChange={(column) => put({ column })}
      />
      where
      <ColumnField
        label="Groups"
        path={[...path, 'by']}
        value={rule.by}
        accepts={isGrouping}
        onChange={handleBy}
      />
      is
      <ScalarPart
        label="Group"
        path={[...path, 'of']}
        value={rule.of}
        values={values}
        onChange={(of) => put({ of })}
      />
      is
      <NumberPart
        label="Least ratio"
        path={[...path, 'low']}
        value={rule.low}
        onChange={(low = 0) => put({ low }, 'low')}
      />
      to
      <NumberPart
        label="Greatest ratio"
        path={[...path, 'high']}
        value={rule.high}
        onChange={(high = 0) => put({ high }, 'high')}
      />
      times that of
      <ScalarPart
        label="Other group"
        path={[...path, 'to']}
        value={rule.to}
        values={values}
        onChange={(to) => put({ to })}
      />
      at equal
      <OptionalColumnField
        label="At equal"
        path={[...path, 'at']}
        value={rule.at}
        none="anything"
        accepts={isNumeric}
        onChange={(at) => put(at === undefined ? { at, within: undefined } : { at })}
      />
      {rule.at !== undefined && 'within'}
      {rule.at !== undefined && (
        <NumberPart
          label="Within"
          path={[...path, 'within']}
          value={rule.within}
          optional
          onChange={(within) => put({ within }, 'within')}
        />
      )}
    </Line>
  );
}
