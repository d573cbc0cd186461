import Plus from 'lucide-react/icons/plus';
import { formatPath } from '#core/base/diagnostic.ts';
import type { ConstraintKind } from '#core/design/constraint.ts';
import { createConstraint } from '#core/design/create-constraint.ts';
import { useDesign, useWorkbench } from '#state/react.tsx';
import { MenuButton } from '#ui/actions/menu-button.tsx';
import type { MenuEntry } from '#ui/actions/menu-item-view.ts';
import { Card } from '#ui/layout/card.tsx';
import { SectionHead } from '#ui/layout/section-head.tsx';
import { constraintGlyphOf } from '#ui/marks/constraint-glyphs.ts';
import { LineList } from '#features/designer/shared/layout.ts';
import { useEdit } from '#features/designer/shared/use-edit.ts';
import { rowRules, setRules, type ConstraintEntry } from './constraint-catalogue.ts';
import { ConstraintRow } from './constraint-row.tsx';

export function ConstraintSection() {
  const ids = useDesign((state) => state.design.constraints.map(({ id }) => id));
  const entries = useAddEntries();
  return (
    <section aria-label="Constraints">
      <SectionHead
        title="Constraints"
        count={ids.length}
        actions={
          <MenuButton
            label="Add constraint"
            glyph={Plus}
            size="small"
            align="right"
            entries={entries}
          />
        }
      />
      {ids.length > 0 && (
        <Card>
          <LineList>
            {ids.map((id, index) => (
              <ConstraintRow key={id} constraintId={id} index={index} />
            ))}
          </LineList>
        </Card>
      )}
    </section>
  );
}

function useAddEntries(): readonly MenuEntry[] {
  const { stores, now } = useWorkbench();
  const edit = useEdit();
  const possible = useDesign(({ design }) =>
    [...rowRules, ...setRules]
      .filter(({ kind }) => createConstraint(kind, design) !== undefined)
      .map(({ kind }) => kind),
  );

  const add = (kind: ConstraintKind): void => {
    const { design } = stores.design.getState();
    const constraint = createConstraint(kind, design);
    if (constraint === undefined || !edit({ kind: 'add-constraint', constraint })) return;
    stores.view.getState().actions.set({
      openEditor: { kind: 'constraint', id: constraint.id },
      revealed: { path: formatPath(['constraints', design.constraints.length]), atMs: now() },
    });
  };

  const entryOf = ({ kind, label, about }: ConstraintEntry): MenuEntry => ({
    kind: 'action',
    label,
    secondary: about,
    glyph: constraintGlyphOf(kind),
    // Such a rule needs columns that the design does not have yet.
    disabled: !possible.includes(kind),
    onSelect: () => add(kind),
  });
  return [...rowRules.map(entryOf), { kind: 'rule' }, ...setRules.map(entryOf)];
}
