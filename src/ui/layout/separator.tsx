import { styled } from '@mui/material/styles';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { COARSE } from '#ui/theme/surface.ts';
import { tokenVar } from '#ui/theme/tokens.ts';

const KEY_STEP = 16;

const Bar = styled('div')({
  position: 'relative',
  zIndex: 2,
  flexShrink: 0,
  touchAction: 'none',
  '&::after': {
    content: '""',
    position: 'absolute',
    borderRadius: 1,
    transition: 'background-color 120ms ease-out',
  },
  '&[aria-orientation=vertical]': { width: 8, margin: '0 -2px', cursor: 'col-resize' },
  '&[aria-orientation=vertical]::after': { inset: '12px 3px' },
  '&[aria-orientation=horizontal]': { height: 8, margin: '-4px 0', cursor: 'row-resize' },
  '&[aria-orientation=horizontal]::after': { inset: '3px 12px' },
  '&:hover::after, &[data-dragging]::after': { backgroundColor: tokenVar('line-3') },
  '&:focus-visible': { outline: 'none' },
  '&:focus-visible::after': { backgroundColor: tokenVar('blue-line') },
  [COARSE]: {
    '&[aria-orientation=vertical]': { width: 16, margin: '0 -6px' },
    '&[aria-orientation=horizontal]': { height: 16, margin: '-8px 0' },
  },
});

interface SeparatorProps {
  /** What it changes, such as "Width of the design pane". */
  readonly label: string;
  /** `vertical` stands between panes side by side. */
  readonly orientation: 'vertical' | 'horizontal';
  /** In px, of the pane that it belongs to. */
  readonly size: number;
  readonly min: number;
  readonly max: number;
  /** The pane lies after it, so that it grows when it is moved back. */
  readonly isBefore?: boolean;
  readonly onSizeChange: (size: number) => void;
}

/** Changes the size of a pane by the mouse, by touch or by arrow keys. */
export function Separator(props: SeparatorProps) {
  const { label, orientation, size, min, max, isBefore = false, onSizeChange } = props;
  const grab = useRef<number | undefined>(undefined);
  const sign = isBefore ? -1 : 1;
  const commit = (next: number) => onSizeChange(Math.round(Math.min(max, Math.max(min, next))));
  const placeOf = ({ clientX, clientY }: PointerEvent): number =>
    sign * (orientation === 'vertical' ? clientX : clientY);

  function handleKey(event: KeyboardEvent) {
    const targets: Readonly<Record<string, number>> = {
      [orientation === 'vertical' ? 'ArrowLeft' : 'ArrowUp']: size - sign * KEY_STEP,
      [orientation === 'vertical' ? 'ArrowRight' : 'ArrowDown']: size + sign * KEY_STEP,
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
    grab.current = placeOf(event) - size;
  }

  function handleUp(event: PointerEvent<HTMLDivElement>) {
    delete event.currentTarget.dataset.dragging;
    grab.current = undefined;
  }

  return (
    <Bar
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={orientation}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={size}
      onKeyDown={handleKey}
      onPointerDown={handleDown}
      onPointerMove={(event) => grab.current !== undefined && commit(placeOf(event) - grab.current)}
      onPointerUp={handleUp}
      onPointerCancel={handleUp}
    />
  );
}
