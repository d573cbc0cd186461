import { styled } from '@mui/material/styles';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import { COARSE } from '#ui/theme/surface.ts';
import { tokenVar } from '#ui/theme/tokens.ts';

const KEY_STEP = 16;

const Panes = styled('div')({ display: 'flex', width: '100%', height: '100%', minHeight: 0 });
const First = styled('div')({ flexShrink: 0, minWidth: 0, height: '100%' });
const Second = styled('div')({ flex: 1, minWidth: 0, height: '100%' });

const Separator = styled('div')({
  position: 'relative',
  width: 8,
  margin: '0 -2px',
  zIndex: 2,
  flexShrink: 0,
  cursor: 'col-resize',
  touchAction: 'none',
  '&::after': {
    content: '""',
    position: 'absolute',
    inset: '12px 3px',
    borderRadius: 1,
    transition: 'background-color 120ms ease-out',
  },
  '&:hover::after, &[data-dragging]::after': { backgroundColor: tokenVar('line-3') },
  '&:focus-visible': { outline: 'none' },
  '&:focus-visible::after': { backgroundColor: tokenVar('blue-line') },
  [COARSE]: { width: 16, margin: '0 -6px' },
});

interface SplitPaneProps {
  readonly first: ReactNode;
  readonly second: ReactNode;
  /** Name of the separator, such as "Width of the design pane". */
  readonly label: string;
  /** Width of the first pane in px. */
  readonly size: number;
  readonly min: number;
  readonly max: number;
  readonly onSizeChange: (size: number) => void;
}

export function SplitPane(props: SplitPaneProps) {
  const { first, second, label, size, min, max, onSizeChange } = props;
  const grab = useRef<number | undefined>(undefined);
  const commit = (next: number) => onSizeChange(Math.round(Math.min(max, Math.max(min, next))));

  function handleKey(event: KeyboardEvent) {
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: size - KEY_STEP,
      ArrowRight: size + KEY_STEP,
      Home: min,
      End: max,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    commit(target);
  }

  function handleDown(event: PointerEvent<HTMLDivElement>) {
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.dataset.dragging = '';
    grab.current = event.clientX - size;
  }

  function handleUp(event: PointerEvent<HTMLDivElement>) {
    delete event.currentTarget.dataset.dragging;
    grab.current = undefined;
  }

  return (
    <Panes>
      <First style={{ width: size }}>{first}</First>
      <Separator
        role="separator"
        tabIndex={0}
        aria-label={label}
        aria-orientation="vertical"
        aria-valuemin={min}
        aria-valuemax={max}
        aria-valuenow={size}
        onKeyDown={handleKey}
        onPointerDown={handleDown}
        onPointerMove={(event) =>
          grab.current !== undefined && commit(event.clientX - grab.current)
        }
        onPointerUp={handleUp}
        onPointerCancel={handleUp}
      />
      <Second>{second}</Second>
    </Panes>
  );
}
