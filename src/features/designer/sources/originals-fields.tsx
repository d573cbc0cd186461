import type { Source } from '#core/design/design.ts';
import { originalsDefaults, type Originals } from '#core/design/originals.ts';
import { useDesign } from '#state/react.tsx';
import { NumberField } from '#ui/fields/number-field.tsx';
import { SwitchField } from '#ui/fields/switch-field.tsx';
import { Caption, FieldRow } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useEdit } from '#features/designer/shared/use-edit.ts';

/** Whether the rows of a source are the first of the dataset, and what a model sees of them. */
export function OriginalsFields({ source }: { readonly source: Source }) {
  const edit = useEdit();
  const originals = useDesign((state) => state.design.originals);
  const columns = useDesign((state) => state.design.columns);
  const isOwn = originals?.source === source.id;

  function set(value: Originals | undefined) {
    edit({ kind: 'set-field', field: 'originals', value });
  }

  function begin() {
    const held = new Set(source.rows.flatMap((row) => Object.keys(row)));
    const fields = columns.flatMap(({ id, name }) => (held.has(name) ? [[id, name] as const] : []));
    set({ source: source.id, fields: Object.fromEntries(fields), ...originalsDefaults });
  }

  return (
    <Place path={['originals']}>
      <SwitchField
        label="The dataset begins with these rows"
        checked={isOwn}
        onChange={(isOn) => (isOn ? begin() : set(undefined))}
      />
      {isOwn && (
        <>
          <Caption>
            They stay as they are, and new rows continue them without repeating any.
          </Caption>
          <SwitchField
            label="Send no real rows, only their profile"
            checked={originals.shown === 0}
            onChange={(isOn) => set({ ...originals, shown: isOn ? 0 : originalsDefaults.shown })}
          />
          {originals.shown > 0 && (
            <FieldRow>
              <NumberField
                label="Real rows shown at most"
                value={originals.shown}
                integer
                min={1}
                max={50}
                onChange={(shown = originalsDefaults.shown) => set({ ...originals, shown })}
              />
            </FieldRow>
          )}
          <SwitchField
            label="Export them with the new rows"
            checked={originals.exported}
            onChange={(exported) => set({ ...originals, exported })}
          />
        </>
      )}
    </Place>
  );
}
