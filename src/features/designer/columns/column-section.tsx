import Ellipsis from 'lucide-react/icons/ellipsis';
import PenLine from 'lucide-react/icons/pen-line';
import Plus from 'lucide-react/icons/plus';
import Shuffle from 'lucide-react/icons/shuffle';
import type { DesignCommand } from '#core/design/command.ts';
import { createColumn } from '#core/design/create-column.ts';
import type { FillKind } from '#core/design/fill.ts';
import { formatPath } from '#core/base/diagnostic.ts';
import { useDesign, useWorkbench } from '#state/react.tsx';
import { MenuButton } from '#ui/actions/menu-button.tsx';
import type { MenuEntry } from '#ui/actions/menu-item-view.ts';
import { Card } from '#ui/layout/card.tsx';
import { SectionHead } from '#ui/layout/section-head.tsx';
import { fillGlyphOf } from '#ui/marks/fill-kinds.ts';
import { Caption } from '#features/designer/shared/layout.ts';
import { useEditAll } from '#features/designer/shared/use-edit.ts';
import { ColumnList } from './column-list.tsx';
import { beginsGroup, fillCatalogue } from './fill-catalogue.ts';
import { writtenEntries } from './written-entries.ts';

export function ColumnSection() {
  const count = useDesign((state) => state.design.columns.length);
  const entries = useAddEntries();
  return (
    <section aria-label="Columns">
      <SectionHead
        title="Columns"
        count={count}
        actions={
          <>
            <MenuButton
              label="Add column"
              glyph={Plus}
              size="small"
              align="right"
              entries={entries}
            />
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

function useAddEntries(): readonly MenuEntry[] {
  const { stores, now } = useWorkbench();
  const editAll = useEditAll();

  const open = (columnId: string, commands: readonly DesignCommand[]): void => {
    if (!editAll(commands)) return;
    const { columns } = stores.design.getState().design;
    const index = columns.findIndex(({ id }) => id === columnId);
    const path = formatPath(['columns', index, 'name']);
    stores.view.getState().actions.set({
      openEditor: { kind: 'column', id: columnId },
      revealed: { path, atMs: now() },
    });
  };
  const add = (kind: FillKind): void => {
    const { columnId, commands } = createColumn(stores.design.getState().design, kind);
    open(columnId, commands);
  };
  const written = writtenEntries((create) => {
    const { columnId = '', commands } = create(stores.design.getState().design);
    open(columnId, commands);
  });

  return fillCatalogue.flatMap(({ kind, label, about }, index): readonly MenuEntry[] => {
    const entry: MenuEntry = {
      kind: 'action',
      label,
      secondary: about,
      glyph: fillGlyphOf(kind),
      onSelect: () => add(kind),
    };
    const entries = kind === 'generated' ? [entry, ...written] : [entry];
    return beginsGroup(index) ? [{ kind: 'rule' }, ...entries] : entries;
  });
}
