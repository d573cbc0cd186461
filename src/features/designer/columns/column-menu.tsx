import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import Copy from 'lucide-react/icons/copy';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Eye from 'lucide-react/icons/eye';
import EyeOff from 'lucide-react/icons/eye-off';
import ListTree from 'lucide-react/icons/list-tree';
import Trash2 from 'lucide-react/icons/trash-2';
import type { Column } from '#core/design/design.ts';
import { MenuButton } from '#ui/actions/menu-button.tsx';
import type { MenuEntry } from '#ui/actions/menu-item-view.ts';
import { useWorkbench } from '#state/react.tsx';
import { hasRoomBelow } from '#state/tree-level.ts';
import { useEdit } from '#features/designer/shared/use-edit.ts';
import { useDeleteColumn } from './use-delete-column.ts';

interface ColumnMenuProps {
  readonly column: Column;
  readonly index: number;
  readonly count: number;
  readonly onMove: (step: number) => void;
}

export function ColumnMenu({ column, index, count, onMove }: ColumnMenuProps) {
  const edit = useEdit();
  const { drafts } = useWorkbench();
  const deleteColumn = useDeleteColumn();
  const { id: columnId, name, drop } = column;
  const entries: readonly MenuEntry[] = [
    {
      kind: 'action',
      label: 'Duplicate',
      glyph: Copy,
      onSelect: () => edit({ kind: 'duplicate-column', columnId }),
    },
    {
      kind: 'action',
      label: 'Move up',
      glyph: ArrowUp,
      shortcut: 'Alt+↑',
      disabled: index === 0,
      onSelect: () => onMove(-1),
    },
    {
      kind: 'action',
      label: 'Move down',
      glyph: ArrowDown,
      shortcut: 'Alt+↓',
      disabled: index === count - 1,
      onSelect: () => onMove(1),
    },
    {
      kind: 'action',
      label: drop ? 'Include in exports' : 'Leave out of exports',
      glyph: drop ? Eye : EyeOff,
      onSelect: () => edit({ kind: 'update-column', columnId, change: { drop: !drop } }),
    },
    ...(hasRoomBelow(column)
      ? [
          {
            kind: 'action',
            label: 'Suggest a level below',
            glyph: ListTree,
            onSelect: () => drafts.growBelow(columnId),
          } as const,
        ]
      : []),
    { kind: 'rule' },
    {
      kind: 'action',
      label: 'Delete',
      glyph: Trash2,
      shortcut: 'Del',
      danger: true,
      onSelect: () => void deleteColumn(column),
    },
  ];
  return (
    <MenuButton
      label={`More about ${name}`}
      glyph={Ellipsis}
      iconOnly
      size="small"
      align="right"
      entries={entries}
    />
  );
}
