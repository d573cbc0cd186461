/** What Add column offers: every fill, and what a model writes with a call of its own. */
import { formatPath } from '#core/base/diagnostic.ts';
import type { DesignCommand } from '#core/design/command.ts';
import { createColumn } from '#core/design/create-column.ts';
import { fillGroup } from '#core/design/fill-group.ts';
import type { FillKind } from '#core/design/fill.ts';
import type { Workbench } from '#state/workbench.ts';
import type { MenuEntry } from '#ui/actions/menu-item-view.ts';
import type { EditAll } from '#features/designer/shared/use-edit.ts';
import { beginsGroup, fillCatalogue } from './fill-catalogue.ts';
import { writtenEntries } from './written-entries.ts';

export function addEntries(
  { stores, now }: Pick<Workbench, 'stores' | 'now'>,
  editAll: EditAll,
): readonly MenuEntry[] {
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
      fillKind: kind,
      onSelect: () => add(kind),
    };
    const entries = kind === 'generated' ? [entry, ...written] : [entry];
    return index === 0 || beginsGroup(index) ? [headOf(kind), ...entries] : entries;
  });
}

const headWords = {
  sampled: ['Sampled', 'drawn here, the same for the same seed'],
  generated: ['Generated', 'a model writes it'],
  derived: ['Derived', 'computed from other columns'],
  source: ['Source', 'from rows you bring'],
} as const;

function headOf(kind: FillKind): MenuEntry {
  const group = fillGroup(kind);
  const [label, secondary] = headWords[group];
  return { kind: 'head', label, secondary, group };
}
