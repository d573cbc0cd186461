import { groupFactors, suggestLaw, type LinearLaw } from '#core/design/linear-law.ts';
import { useDesign, useWorkbench } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Line } from '#features/designer/shared/layout.ts';
import { LawFields } from './law-fields.tsx';
import { Grouping, PairColumn } from './pair-parts.tsx';
import { NumberPart } from './rule-fields.tsx';
import type { RuleChange, RuleProps } from './rule-props.ts';

/** y follows a line over x; with a law, which line. */
export function LinearRule({ rule, path, onChange }: RuleProps<'linear'>) {
  const { stores } = useWorkbench();
  const design = useDesign((state) => state.design);

  /** Another grouping has other factors. */
  const change: RuleChange = (next, typing) => {
    if (next.kind !== 'linear' || next.law === undefined || next.by === rule.by) {
      onChange(next, typing);
      return;
    }
    const factors = groupFactors(next.by, design, next.law.factors);
    onChange({ ...next, law: { ...next.law, factors } }, typing);
  };
  const place = { rule, path, onChange: change };
  const putLaw = (law: LinearLaw, typing?: string) => onChange({ ...rule, law }, typing);
  return (
    <>
      <Line>
        <Grouping {...place} />
        <PairColumn {...place} end="y" />
        follows a line over
        <PairColumn {...place} end="x" />
        with r at least
        <NumberPart
          label="Least r"
          path={[...path, 'minR']}
          value={rule.minR}
          min={0}
          max={1}
          onChange={(minR = 0) => onChange({ ...rule, minR }, 'minR')}
        />
      </Line>
      {rule.law === undefined ? (
        <Line style={{ marginLeft: -8 }}>
          <Button
            tone="ghost"
            size="small"
            onClick={() => putLaw(suggestLaw(rule, stores.design.getState().design))}
          >
            Say which line
          </Button>
        </Line>
      ) : (
        <LawFields rule={rule} law={rule.law} path={[...path, 'law']} onChange={onChange} />
      )}
    </>
  );
}
