/** What rules about two numbers have in common. */
import type { ConstraintOf } from '#core/design/constraint.ts';
import { isGrouping, isNumeric } from '#features/designer/shared/column-options.ts';
import { withoutUndefined } from '#features/designer/shared/without-undefined.ts';
import { ColumnField, OptionalColumnField } from './rule-fields.tsx';
import type { RuleProps } from './rule-props.ts';

type PairKind = 'correlation' | 'linear' | 'monotone';

type End = 'x' | 'y';

/** One of the two numbers of a rule. */
export function PairColumn({
  rule,
  path,
  onChange,
  end,
}: RuleProps<PairKind> & { readonly end: End }) {
  return (
    <ColumnField
      label={end === 'y' ? 'Column' : 'Other column'}
      path={[...path, end]}
      value={rule[end]}
      accepts={isNumeric}
      onChange={(columnId) => onChange({ ...rule, [end]: columnId })}
    />
  );
}

/** Whether the rule holds within each group, and which. */
export function Grouping({ rule, path, onChange }: RuleProps<PairKind>) {
  return (
    <>
      within each
      <OptionalColumnField
        label="Within each"
        path={[...path, 'by']}
        value={rule.by}
        none="set"
        accepts={isGrouping}
        onChange={(by) => onChange(withoutUndefined<ConstraintOf<PairKind>>({ ...rule, by }))}
      />
    </>
  );
}
