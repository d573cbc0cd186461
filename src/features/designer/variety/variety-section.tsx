import { styled } from '@mui/material/styles';
import type { LucideIcon } from 'lucide-react';
import History from 'lucide-react/icons/history';
import RotateCw from 'lucide-react/icons/rotate-cw';
import type { ReactNode } from 'react';
import type { DatasetDesign } from '#core/design/design.ts';
import { varietyDefaults, varietySettings } from '#core/design/variety-settings.ts';
import { useDesign } from '#state/react.tsx';
import { NumberField } from '#ui/fields/number-field.tsx';
import { SwitchField } from '#ui/fields/switch-field.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { Card } from '#ui/layout/card.tsx';
import { SectionHead } from '#ui/layout/section-head.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { Line, LineItem, LineList } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useEdit } from '#features/designer/shared/use-edit.ts';
import { withoutUndefined } from '#features/designer/shared/without-undefined.ts';

const usualRows = 100;

const Row = styled('div')({
  display: 'flex',
  alignItems: 'flex-start',
  gap: 8,
  padding: '5px 6px 5px 10px',
  '& > svg': { flexShrink: 0, marginTop: 5, color: tokenVar('ink-3') },
});
const Words = styled('div')({ flex: 1, minWidth: 0 });

/** How rows are kept from repeating each other: what a model is shown, and what is asked for again. */
export function VarietySection() {
  const edit = useEdit();
  const variety = useDesign((state) => state.design.variety);
  const { avoidRows, avoidTokens, similarity, askAgain } = varietySettings({ variety });

  function change(next: Partial<DatasetDesign['variety']>) {
    edit({ kind: 'set-field', field: 'variety', value: withoutUndefined({ ...variety, ...next }) });
  }

  return (
    <Place path={['variety']}>
      <section aria-label="Variety">
        <SectionHead title="Variety" />
        <Card>
          <LineList>
            <Measure
              glyph={History}
              label="Show each request the nearest earlier rows"
              isOn={avoidRows > 0}
              onChange={(isOn) => change({ avoidRecent: isOn ? usualRows : 0 })}
            >
              at most
              <SmallNumber
                label="Rows shown at most"
                value={avoidRows}
                max={100}
                onChange={(avoidRecent = usualRows) => change({ avoidRecent })}
              />
              rows and
              <SmallNumber
                label="Tokens at most"
                value={avoidTokens}
                max={4_000}
                onChange={(tokens = varietyDefaults.avoidTokens) => change({ avoidTokens: tokens })}
              />
              tokens
            </Measure>
            <Measure
              glyph={RotateCw}
              label="Ask again when a long text is like another"
              isOn={askAgain > 0}
              onChange={(isOn) => change({ askAgain: isOn ? varietyDefaults.askAgain : 0 })}
            >
              from
              <SmallNumber
                label="Alike from"
                value={Math.round(100 * similarity)}
                min={30}
                max={100}
                onChange={(percent = 60) => change({ similarity: percent / 100 })}
              />
              % alike, at most
              <SmallNumber
                label="Times asked again"
                value={askAgain}
                max={4}
                onChange={(times = varietyDefaults.askAgain) => change({ askAgain: times })}
              />
              times
            </Measure>
          </LineList>
        </Card>
      </section>
    </Place>
  );
}

interface MeasureProps {
  readonly glyph: LucideIcon;
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  /** Its numbers in words, while it is on. */
  readonly children: ReactNode;
}

/** One line with a switch at its end, and below it how far it goes. */
function Measure({ glyph, label, isOn, onChange, children }: MeasureProps) {
  return (
    <LineItem>
      <Row>
        <Icon glyph={glyph} size={15} />
        <Words>
          <SwitchField label={label} labelAt="start" checked={isOn} onChange={onChange} />
          {isOn && <Line style={{ color: tokenVar('ink-2') }}>{children}</Line>}
        </Words>
      </Row>
    </LineItem>
  );
}

interface SmallNumberProps {
  readonly label: string;
  readonly value: number;
  readonly min?: number;
  readonly max: number;
  readonly onChange: (value: number | undefined) => void;
}

function SmallNumber({ min = 1, ...field }: SmallNumberProps) {
  return <NumberField labelAt="hidden" width={52} integer min={min} {...field} />;
}
