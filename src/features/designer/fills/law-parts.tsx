import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import type { Distribution, DistributionOf } from '#core/design/distribution.ts';
import { Button } from '#ui/actions/button.tsx';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { NumberField } from '#ui/fields/number-field.tsx';
import { FieldRow, Line } from '#features/designer/shared/layout.ts';

interface LawPartsProps {
  readonly distribution: Distribution;
  readonly onChange: (distribution: Distribution, typing?: string) => void;
}

/** The rows of laws made of several parts: steps and mixtures. */
export function LawParts({ distribution, onChange }: LawPartsProps) {
  if (distribution.kind === 'steps') return <Steps law={distribution} onChange={onChange} />;
  if (distribution.kind === 'mixture') return <Mixture law={distribution} onChange={onChange} />;
  return null;
}

interface PartsProps<Kind extends Distribution['kind']> {
  readonly law: DistributionOf<Kind>;
  readonly onChange: LawPartsProps['onChange'];
}

function Steps({ law, onChange }: PartsProps<'steps'>) {
  const { edges, weights } = law;
  return (
    <>
      <FieldRow>
        {edges.map((edge, index) => (
          <NumberField
            key={index}
            label={`Edge ${index + 1}`}
            value={edge}
            onChange={(value = 0) =>
              onChange({ ...law, edges: edges.with(index, value) }, `edge ${index}`)
            }
          />
        ))}
      </FieldRow>
      <FieldRow>
        {weights.map((weight, index) => (
          <NumberField
            key={index}
            label={`Weight ${index + 1}`}
            min={0}
            value={weight}
            onChange={(value = 0) =>
              onChange({ ...law, weights: weights.with(index, value) }, `weight ${index}`)
            }
          />
        ))}
      </FieldRow>
      <Line>
        <Button
          tone="ghost"
          size="small"
          glyph={Plus}
          onClick={() => {
            const last = edges.at(-1) ?? 0;
            const width = last - (edges.at(-2) ?? last - 1);
            onChange({ ...law, edges: [...edges, last + width], weights: [...weights, 1] });
          }}
        >
          Add step
        </Button>
        {weights.length > 1 && (
          <Button
            tone="ghost"
            size="small"
            glyph={Trash2}
            onClick={() =>
              onChange({ ...law, edges: edges.slice(0, -1), weights: weights.slice(0, -1) })
            }
          >
            Delete last step
          </Button>
        )}
      </Line>
    </>
  );
}

const partFields = [
  { key: 'weight', label: 'Weight' },
  { key: 'mean', label: 'Mean' },
  { key: 'stddev', label: 'Stddev' },
] as const;

function Mixture({ law, onChange }: PartsProps<'mixture'>) {
  const { parts } = law;
  return (
    <>
      {parts.map((part, index) => (
        <div key={index} style={{ display: 'flex', gap: 4, alignItems: 'end' }}>
          <FieldRow style={{ flex: 1 }}>
            {partFields.map(({ key, label }) => (
              <NumberField
                key={key}
                label={`${label} ${index + 1}`}
                value={part[key]}
                onChange={(value = 0) =>
                  onChange(
                    { ...law, parts: parts.with(index, { ...part, [key]: value }) },
                    `${key} ${index}`,
                  )
                }
              />
            ))}
          </FieldRow>
          {parts.length > 1 && (
            <IconButton
              label={`Delete part ${index + 1}`}
              glyph={Trash2}
              size="small"
              onClick={() => onChange({ ...law, parts: parts.toSpliced(index, 1) })}
            />
          )}
        </div>
      ))}
      <Line>
        <Button
          tone="ghost"
          size="small"
          glyph={Plus}
          onClick={() => {
            const last = parts.at(-1) ?? { weight: 1, mean: 0, stddev: 1 };
            const next = { ...last, mean: last.mean + 2 * last.stddev };
            onChange({ ...law, parts: [...parts, next] });
          }}
        >
          Add part
        </Button>
      </Line>
    </>
  );
}
