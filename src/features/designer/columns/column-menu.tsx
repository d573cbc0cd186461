import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import Copy from 'lucide-react/icons/copy';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Eye from 'lucide-react/icons/eye';
import EyeOff from 'lucide-react/icons/eye-off';
import Trash2 from 'lucide-react/icons/trash-2';
import type { Column } from '#core/design/design.ts';
import { useWorkbench } from '#state/react.tsx';
import { MenuButton } from '#ui/actions/menu-button.tsx';
import type { MenuEntry } from '#ui/actions/menu-item-view.ts';
import { useDeletion, useEdit } from '#features/designer/shared/use-edit.ts';

interface ColumnMenuProps {
  readonly column: Column;
  readonly index: number;
  readonly count: number;
  readonly onMove: (step: number) => void;
}

export function ColumnMenu({ column, index, count, onMove }: ColumnMenuProps) {
  const { stores } = useWorkbench();
  const edit = useEdit();
  const deletion = useDeletion();
  const { id: columnId, name, drop } = column;
  const deleteColumn = async (): Promise<void> => {
    const { deletedWords } = await import('./deleted-words.ts');
    const words = deletedWords(stores.design.getState().design, column);
    deletion({ kind: 'delete-column', columnId }, words);
  };
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
      shortcut: 'Alt ↑',
      disabled: index === 0,
      onSelect: () => onMove(-1),
    },
    {
      kind: 'action',
      label: 'Move down',
      glyph: ArrowDown,
      shortcut: 'Alt ↓',
      disabled: index === count - 1,
      onSelect: () => onMove(1),
    },
    {
      kind: 'action',
      label: drop ? 'Include in exports' : 'Leave out of exports',
      glyph: drop ? Eye : EyeOff,
      onSelect: () => edit({ kind: 'update-column', columnId, change: { drop: !drop } }),
    },
    { kind: 'rule' },
    {
      kind: 'action',
      label: 'Delete',
      glyph: Trash2,
      danger: true,
      onSelect: () => void deleteColumn(),
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
