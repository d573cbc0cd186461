import Plus from 'lucide-react/icons/plus';
import { useDesign, useWorkbench } from '#state/react.tsx';
import { MenuButton } from '#ui/actions/menu-button.tsx';
import { Card } from '#ui/layout/card.tsx';
import { SectionHead } from '#ui/layout/section-head.tsx';
import { LineList } from '#features/designer/shared/layout.ts';
import { useEdit } from '#features/designer/shared/use-edit.ts';
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

/** Reads what can be added when the menu is opened. */
function useAddEntries() {
  const workbench = useWorkbench();
  const edit = useEdit();
  return async () => (await import('./add-entries.ts')).addEntries(workbench, edit);
}
