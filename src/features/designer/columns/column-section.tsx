import Ellipsis from 'lucide-react/icons/ellipsis';
import PenLine from 'lucide-react/icons/pen-line';
import Plus from 'lucide-react/icons/plus';
import Shuffle from 'lucide-react/icons/shuffle';
import { useDesign, useWorkbench } from '#state/react.tsx';
import { MenuButton } from '#ui/actions/menu-button.tsx';
import { Card } from '#ui/layout/card.tsx';
import { SectionHead } from '#ui/layout/section-head.tsx';
import { Caption } from '#features/designer/shared/layout.ts';
import { useEditAll } from '#features/designer/shared/use-edit.ts';
import { ColumnList } from './column-list.tsx';

export function ColumnSection() {
  const count = useDesign((state) => state.design.columns.length);
  const entries = useAddEntries();
  return (
    <section aria-label="Columns" data-path="columns">
      <SectionHead
        title="Columns"
        count={count}
        actions={
          <>
            <MenuButton label="Add column" glyph={Plus} size="small" entries={entries} />
            <DraftMenu />
          </>
        }
      />
      {count === 0 ? (
        <Caption>
          A dataset begins with a column. Add one that is drawn here, then one that a model writes.
        </Caption>
      ) : (
        <Card>
          <ColumnList />
        </Card>
      )}
    </section>
  );
}

/** Columns that a model drafts, with the changes shown before they are made. */
function DraftMenu() {
  const { drafts } = useWorkbench();
  return (
    <MenuButton
      label="More for columns"
      glyph={Ellipsis}
      iconOnly
      size="small"
      align="right"
      entries={[
        {
          kind: 'action',
          label: 'Edit by instruction',
          secondary: 'say what should change',
          glyph: PenLine,
          onSelect: () => {
            drafts.open('edit');
          },
        },
        {
          kind: 'action',
          label: 'Suggest axes',
          secondary: 'attribute tables that make rows differ',
          glyph: Shuffle,
          onSelect: () => {
            drafts.open('axes');
          },
        },
      ]}
    />
  );
}

/** Reads what can be added when the menu is opened. */
function useAddEntries() {
  const workbench = useWorkbench();
  const editAll = useEditAll();
  return async () => (await import('./add-entries.ts')).addEntries(workbench, editAll);
}
