import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import Copy from 'lucide-react/icons/copy';
import Lock from 'lucide-react/icons/lock';
import LockOpen from 'lucide-react/icons/lock-open';
import X from 'lucide-react/icons/x';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { FillTile } from '#ui/marks/fill-tile.tsx';
import { useDataset, useWorkbench } from '#state/react.tsx';
import { clipboardText } from '#features/data/clipboard-text.ts';
import { DrawerHead, DrawerTitle, Quiet } from './drawer-frame.tsx';
import { neighbourRow, type OpenCell } from './use-open-cell.ts';

interface DrawerHeaderProps {
  readonly open: OpenCell;
  readonly onMove: (step: 1 | -1) => void;
  readonly onClose: () => void;
}

export function DrawerHeader({ open, onMove, onClose }: DrawerHeaderProps) {
  const { rows, edits } = useWorkbench();
  const rowCount = useDataset((state) => state.summary?.rowCount ?? 0);
  const { row, column, cell } = open;
  const isLocked = cell?.state === 'locked';
  const hasNothing = cell?.value === undefined;
  return (
    <DrawerHead>
      <FillTile fillKind={column.fill.kind} />
      <DrawerTitle>
        <h3>{column.name}</h3>
        <Quiet role="status" aria-label="Row shown">
          row {(row + 1).toLocaleString('en')} of {rowCount.toLocaleString('en')}
        </Quiet>
      </DrawerTitle>
      <IconButton
        label="Previous row"
        glyph={ArrowUp}
        shortcut="↑"
        disabled={neighbourRow(rows, row, -1) === undefined}
        onClick={() => onMove(-1)}
      />
      <IconButton
        label="Next row"
        glyph={ArrowDown}
        shortcut="↓"
        disabled={neighbourRow(rows, row, 1) === undefined}
        onClick={() => onMove(1)}
      />
      <IconButton
        label={isLocked ? 'Unlock cell' : 'Lock cell'}
        glyph={isLocked ? Lock : LockOpen}
        pressed={isLocked}
        disabled={hasNothing}
        onClick={() => edits.lock([{ row, columnId: column.id }], !isLocked)}
      />
      <IconButton
        label="Copy value"
        glyph={Copy}
        disabled={hasNothing}
        onClick={() => {
          // Without leave to write there is nothing to say: the text can be selected.
          navigator.clipboard.writeText(clipboardText(cell?.value)).catch(() => undefined);
        }}
      />
      <IconButton label="Close cell" glyph={X} onClick={onClose} />
    </DrawerHead>
  );
}
