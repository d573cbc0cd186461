import { styled } from '@mui/material/styles';
import GripVertical from 'lucide-react/icons/grip-vertical';
import { useId, useRef, type ComponentProps, type KeyboardEvent, type MouseEvent } from 'react';
import { formatPath } from '#core/base/diagnostic.ts';
import { useDesign, useView, useWorkbench } from '#state/react.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { lazyPart } from '#ui/layout/lazy-part.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { LineButton, LineItem } from '#features/designer/shared/layout.ts';
import { OpenedBody } from '#features/designer/shared/opened-body.tsx';
import { ColumnLine } from './column-line.tsx';
import { ColumnMenu } from './column-menu.tsx';
import { useDeleteColumn } from './use-delete-column.ts';

const ColumnEditor = lazyPart(async () => (await import('./column-editor.tsx')).ColumnEditor);

const Item = styled(LineItem)({
  '&[data-drop=before]::after, &[data-drop=after]::after': {
    content: '""',
    position: 'absolute',
    zIndex: 1,
    left: 0,
    right: 0,
    height: 2,
    backgroundColor: tokenVar('blue-line'),
  },
  '&[data-drop=before]::after': { top: -1 },
  '&[data-drop=after]::after': { bottom: -1 },
});

const Head = styled('div')({
  position: 'relative',
  '& > [data-on-hover]': { opacity: 0, transition: 'opacity 120ms ease-out' },
  '&:hover > [data-on-hover], &:has(:focus-visible) > [data-on-hover]': { opacity: 1 },
  // Where nothing hovers both are always there, and the line leaves them room.
  '@media (pointer: coarse)': {
    '& > [data-on-hover]': { opacity: 1 },
    '& > button': { paddingLeft: 14, paddingRight: 50 },
  },
});

const Handle = styled('span')({
  position: 'absolute',
  left: 0,
  top: 3,
  display: 'grid',
  placeItems: 'center',
  width: 9,
  height: 24,
  '@media (pointer: coarse)': { top: 0, width: 14, height: 44 },
  color: tokenVar('ink-3'),
  cursor: 'grab',
  touchAction: 'none',
  overflow: 'hidden',
});

const Menu = styled('span')({
  position: 'absolute',
  right: 6,
  top: 3,
  borderRadius: 5,
  backgroundColor: tokenVar('hover'),
  // There it has room of its own and lies over nothing.
  '@media (pointer: coarse)': { backgroundColor: 'transparent' },
});

interface ColumnRowProps {
  readonly columnId: string;
  readonly index: number;
  readonly count: number;
  readonly drop: string | undefined;
  readonly handle: ComponentProps<'span'>;
  readonly onMove: (step: number) => void;
}

export function ColumnRow({ columnId, index, count, drop, handle, onMove }: ColumnRowProps) {
  const { stores } = useWorkbench();
  const column = useDesign((state) => state.design.columns.find(({ id }) => id === columnId));
  const isOpen = useView(
    ({ openEditor }) => openEditor?.kind === 'column' && openEditor.id === columnId,
  );
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLSpanElement>(null);
  const baseId = useId();
  const deleteColumn = useDeleteColumn();
  if (column === undefined) return null;

  const toggle = () =>
    stores.view.getState().actions.toggleEditor({ kind: 'column', id: columnId });

  function handleKey(event: KeyboardEvent) {
    if (event.key === 'Delete' && column !== undefined) void deleteColumn(column);
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step === undefined || !event.altKey) return;
    event.preventDefault();
    onMove(step);
  }

  /** Right click, a long press, or the key for it. */
  function handleContextMenu(event: MouseEvent) {
    event.preventDefault();
    menu.current?.querySelector('button')?.click();
  }

  function handleEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !isOpen) return;
    event.stopPropagation();
    toggle();
    button.current?.focus();
  }

  return (
    <Item data-open={isOpen} data-drop={drop} onKeyDown={handleEscape}>
      <Head data-path={formatPath(['columns', index])} onContextMenu={handleContextMenu}>
        <LineButton
          ref={button}
          type="button"
          aria-expanded={isOpen}
          aria-controls={isOpen ? `${baseId}-editor` : undefined}
          aria-labelledby={`${baseId}-name`}
          aria-describedby={`${baseId}-about`}
          onClick={toggle}
          onKeyDown={handleKey}
        >
          <ColumnLine column={column} baseId={baseId} />
        </LineButton>
        <Handle data-on-hover aria-hidden {...handle}>
          <Icon glyph={GripVertical} size={13} />
        </Handle>
        <Menu ref={menu} data-on-hover>
          <ColumnMenu column={column} index={index} count={count} onMove={onMove} />
        </Menu>
      </Head>
      {isOpen && (
        <OpenedBody id={`${baseId}-editor`} role="group" aria-labelledby={`${baseId}-name`}>
          <ColumnEditor column={column} index={index} />
        </OpenedBody>
      )}
    </Item>
  );
}
