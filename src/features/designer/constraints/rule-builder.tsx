import type { JsonPath } from '#core/base/diagnostic.ts';
import type { Constraint } from '#core/design/constraint.ts';
import { ExpressionRule, LengthRule, PatternRule, RangeRule, UniqueRule } from './row-rules.tsx';
import { RatioRule } from './ratio-rule.tsx';
import type { RuleChange } from './rule-props.ts';
import { LinearRule } from './linear-rule.tsx';
import { CorrelationRule, MonotoneRule, ShareRule } from './set-rules.tsx';

interface RuleBuilderProps {
  readonly constraint: Constraint;
  readonly path: JsonPath;
  readonly onChange: RuleChange;
}

/** The rule as a sentence with gaps. */
export function RuleBuilder({ constraint, ...place }: RuleBuilderProps) {
  switch (constraint.kind) {
    case 'expression':
      return <ExpressionRule rule={constraint} {...place} />;
    case 'range':
      return <RangeRule rule={constraint} {...place} />;
    case 'pattern':
      return <PatternRule rule={constraint} {...place} />;
    case 'length':
      return <LengthRule rule={constraint} {...place} />;
    case 'unique':
      return <UniqueRule rule={constraint} {...place} />;
    case 'correlation':
      return <CorrelationRule rule={constraint} {...place} />;
    case 'linear':
      return <LinearRule rule={constraint} {...place} />;
    case 'ratio':
      return <RatioRule rule={constraint} {...place} />;
    case 'share':
      return <ShareRule rule={constraint} {...place} />;
    case 'monotone':
      return <MonotoneRule rule={constraint} {...place} />;
  }
}
