import { styled } from '@mui/material/styles';
import type { JsonPath } from '#core/base/diagnostic.ts';
import { findColumn } from '#core/design/design.ts';
import {
  isLawWritten,
  lawFormula,
  type LinearLaw,
  type LinearRule,
} from '#core/design/linear-law.ts';
import { useDesign } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { NoiseFields } from '#features/designer/fills/noise-fields.tsx';
import { Line, Quiet } from '#features/designer/shared/layout.ts';
import { useEdit } from '#features/designer/shared/use-edit.ts';
import { withoutUndefined } from '#features/designer/shared/without-undefined.ts';
import { NumberPart } from './rule-fields.tsx';
import type { RuleChange } from './rule-props.ts';

const Name = styled('span')({ fontFamily: 'var(--font-mono)', color: tokenVar('ink-2') });

interface LawFieldsProps {
  readonly rule: LinearRule;
  readonly law: LinearLaw;
  readonly path: JsonPath;
  readonly onChange: RuleChange;
}

/** The line with its numbers, a factor for each group, and whether the column is filled by it. */
export function LawFields({ rule, law, path, onChange }: LawFieldsProps) {
  const nameOf = (columnId: string): string => findColumn(design, columnId)?.name ?? columnId;
  const design = useDesign((state) => state.design);
  const put = (change: Partial<LinearLaw>, typing?: string) =>
    onChange({ ...rule, law: { ...law, ...change } }, typing);
  return (
    <>
      <Line>
        <Name>{nameOf(rule.y)}</Name> =
        <NumberPart
          label="Slope"
          path={[...path, 'slope']}
          value={law.slope}
          onChange={(slope = 0) => put({ slope }, 'slope')}
        />
        × <Name>{nameOf(rule.x)}</Name> +
        <NumberPart
          label="Intercept"
          path={[...path, 'intercept']}
          value={law.intercept}
          onChange={(intercept = 0) => put({ intercept }, 'intercept')}
        />
        <NoiseFields
          noise={law.noise}
          path={[...path, 'noise', 'amount']}
          onChange={(noise, typing) =>
            onChange({ ...rule, law: withoutUndefined<LinearLaw>({ ...law, noise }) }, typing)
          }
        />
      </Line>
      {rule.by !== undefined && law.factors.length > 0 && (
        <Factors law={law} path={path} onPut={(factors) => put({ factors }, 'factors')} />
      )}
      <LawState rule={rule} onRemove={() => onChange(withoutLaw(rule))} />
    </>
  );
}

interface FactorsProps {
  readonly law: LinearLaw;
  readonly path: JsonPath;
  readonly onPut: (factors: LinearLaw['factors']) => void;
}

function Factors({ law, path, onPut }: FactorsProps) {
  return (
    <Line>
      <Quiet>times</Quiet>
      {law.factors.map(({ value, factor }, index) => (
        <Line key={String(value)} style={{ flexWrap: 'nowrap', marginRight: 8 }}>
          <NumberPart
            label={`Factor of ${String(value)}`}
            path={[...path, 'factors', index, 'factor']}
            value={factor}
            onChange={(next = 1) =>
              onPut(law.factors.map((one, at) => (at === index ? { value, factor: next } : one)))
            }
          />
          {String(value)}
        </Line>
      ))}
    </Line>
  );
}

function withoutLaw({ law: _, ...rest }: LinearRule): LinearRule {
  return rest;
}

/** The rule alone holds rows against the line; the column has to be filled by it too, or a model told. */
function LawState({
  rule,
  onRemove,
}: {
  readonly rule: LinearRule;
  readonly onRemove: () => void;
}) {
  const edit = useEdit();
  const design = useDesign((state) => state.design);
  const column = findColumn(design, rule.y);
  const formula = lawFormula(rule, design);
  const isWritten = isLawWritten(rule, design);
  if (column === undefined) return null;

  function handleFill() {
    if (column === undefined || formula === undefined) return;
    const rounding = column.fill.kind === 'formula' ? column.fill.rounding : undefined;
    const places = column.type === 'integer' ? 0 : 2;
    const fill = { ...formula, rounding: rounding ?? { decimalPlaces: places } };
    edit({ kind: 'set-fill', columnId: column.id, fill });
  }

  return (
    <Line>
      {isWritten ? (
        <Quiet>{column.name} is filled by this law and follows it.</Quiet>
      ) : (
        <Button tone="outline" size="small" disabled={formula === undefined} onClick={handleFill}>
          {`Fill ${column.name} by this law`}
        </Button>
      )}
      {formula === undefined && (
        <Quiet>
          A formula can only read columns whose names are single words. Rename them first.
        </Quiet>
      )}
      <Button tone="ghost" size="small" onClick={onRemove}>
        Any line
      </Button>
    </Line>
  );
}
