import { styled } from '@mui/material/styles';
import type { KeyboardEvent, PointerEvent } from 'react';
import { tokenVar } from '#ui/theme/tokens.ts';
import type { LawParameter } from './law-parameters.ts';

const Handle = styled('div')({
  position: 'absolute',
  top: 0,
  bottom: 0,
  width: 16,
  marginLeft: -8,
  cursor: 'ew-resize',
  '&::before': {
    content: '""',
    position: 'absolute',
    left: 7,
    top: 8,
    bottom: 0,
    borderLeft: `1.5px solid ${tokenVar('ink-2')}`,
  },
  '&[data-mean=true]::before': { borderLeftStyle: 'dashed', borderColor: tokenVar('sampled') },
  '&::after': {
    content: '""',
    position: 'absolute',
    left: 3,
    top: 0,
    width: 8,
    height: 8,
    borderRadius: '50%',
    border: `1.5px solid ${tokenVar('ink-2')}`,
    backgroundColor: tokenVar('sheet'),
  },
  '&[data-mean=true]::after': { borderColor: tokenVar('sampled') },
  '@media (pointer: coarse)': {
    width: 32,
    marginLeft: -16,
    '&::before': { left: 15 },
    '&::after': { left: 11 },
  },
});

interface LawHandleProps {
  readonly parameter: LawParameter & { readonly value: number };
  /** Where it stands, 0 at the left of the picture, 1 at its right. */
  readonly fraction: number;
  /** What one press of an arrow moves it by. */
  readonly step: number;
  readonly valueAt: (clientX: number) => number | undefined;
  readonly onChange: (value: number) => void;
}

/** An end or the mean of a law as a slider: dragged, or moved by arrows (Page keys move it ten times as far). */
export function LawHandle({ parameter, fraction, step, valueAt, onChange }: LawHandleProps) {
  const { value, label, name } = parameter;
  const rounded = (next: number) => Number((Math.round(next / step) * step).toPrecision(10));

  function handleMove(event: PointerEvent<HTMLDivElement>) {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const next = valueAt(event.clientX);
    if (next !== undefined && rounded(next) !== value) onChange(rounded(next));
  }

  function handleKey(event: KeyboardEvent) {
    const moved = steps[event.key];
    if (moved === undefined) return;
    event.preventDefault();
    onChange(rounded(value + moved * step));
  }

  return (
    <Handle
      role="slider"
      tabIndex={0}
      aria-label={`${label} in the picture`}
      aria-orientation="horizontal"
      aria-valuenow={value}
      data-mean={name === 'mean'}
      style={{ left: `${fraction * 100}%` }}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={handleMove}
      onKeyDown={handleKey}
    />
  );
}

const steps: Readonly<Record<string, number>> = {
  ...{ ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10 },
};
