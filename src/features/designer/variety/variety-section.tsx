import type { DatasetDesign } from '#core/design/design.ts';
import { varietyDefaults, varietySettings } from '#core/design/variety-settings.ts';
import { useDesign } from '#state/react.tsx';
import { NumberField } from '#ui/fields/number-field.tsx';
import { SwitchField } from '#ui/fields/switch-field.tsx';
import { SectionHead } from '#ui/layout/section-head.tsx';
import { FieldRow } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useEdit } from '#features/designer/shared/use-edit.ts';
import { withoutUndefined } from '#features/designer/shared/without-undefined.ts';

const usualRows = 100;

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
        <SwitchField
          label="Show each request the nearest earlier rows"
          checked={avoidRows > 0}
          onChange={(isOn) => change({ avoidRecent: isOn ? usualRows : 0 })}
        />
        {avoidRows > 0 && (
          <FieldRow>
            <NumberField
              label="Rows shown at most"
              value={avoidRows}
              integer
              min={1}
              max={100}
              onChange={(avoidRecent = usualRows) => change({ avoidRecent })}
            />
            <NumberField
              label="Tokens at most"
              value={avoidTokens}
              integer
              min={1}
              max={4_000}
              onChange={(tokens = varietyDefaults.avoidTokens) => change({ avoidTokens: tokens })}
            />
          </FieldRow>
        )}
        <SwitchField
          label="Ask again when a long text is like another"
          checked={askAgain > 0}
          onChange={(isOn) => change({ askAgain: isOn ? varietyDefaults.askAgain : 0 })}
        />
        {askAgain > 0 && (
          <FieldRow>
            <NumberField
              label="Alike from"
              value={Math.round(100 * similarity)}
              integer
              min={30}
              max={100}
              unit="%"
              onChange={(percent = 60) => change({ similarity: percent / 100 })}
            />
            <NumberField
              label="Times asked again"
              value={askAgain}
              integer
              min={1}
              max={4}
              onChange={(times = varietyDefaults.askAgain) => change({ askAgain: times })}
            />
          </FieldRow>
        )}
      </section>
    </Place>
  );
}
