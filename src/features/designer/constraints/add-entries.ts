/** What Add constraint offers: rules for a row, then rules for the whole set. */
import { formatPath } from '#core/base/diagnostic.ts';
import type { ConstraintKind } from '#core/design/constraint.ts';
import { createConstraint } from '#core/design/create-constraint.ts';
import type { Workbench } from '#state/workbench.ts';
import type { MenuEntry } from '#ui/actions/menu-item-view.ts';
import { constraintGlyphOf } from '#ui/marks/constraint-glyphs.ts';
import type { Edit } from '#features/designer/shared/use-edit.ts';
import { rowRules, setRules, type ConstraintEntry } from './constraint-catalogue.ts';

export function addEntries(
  { stores, now }: Pick<Workbench, 'stores' | 'now'>,
  edit: Edit,
): readonly MenuEntry[] {
  const add = (kind: ConstraintKind): void => {
    const { design } = stores.design.getState();
    const constraint = createConstraint(kind, design);
    if (constraint === undefined || !edit({ kind: 'add-constraint', constraint })) return;
    stores.view.getState().actions.set({
      openEditor: { kind: 'constraint', id: constraint.id },
      revealed: { path: formatPath(['constraints', design.constraints.length]), atMs: now() },
    });
  };
  const { design } = stores.design.getState();
  const entryOf = ({ kind, label, about }: ConstraintEntry): MenuEntry => ({
    kind: 'action',
    label,
    secondary: about,
    glyph: constraintGlyphOf(kind),
    // Such a rule needs columns that the design does not have yet.
    disabled: createConstraint(kind, design) === undefined,
    onSelect: () => add(kind),
  });
  return [...rowRules.map(entryOf), { kind: 'rule' }, ...setRules.map(entryOf)];
}
