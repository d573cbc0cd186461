import Popover from '@mui/material/Popover';
import { styled } from '@mui/material/styles';
import type { ComponentProps } from 'react';
import { tokenVar } from '#ui/theme/tokens.ts';

const Area = styled('textarea')({
  display: 'block',
  width: 420,
  maxWidth: '86vw',
  minHeight: 110,
  padding: '8px 10px',
  border: 0,
  outline: 'none',
  resize: 'both',
  font: 'inherit',
  fontSize: '0.8125rem',
  lineHeight: '20px',
  color: tokenVar('ink'),
  backgroundColor: tokenVar('raised'),
});

interface LongTextPaneProps extends ComponentProps<'textarea'> {
  readonly anchor: HTMLElement;
  readonly onType: (text: string) => void;
  readonly onClose: () => void;
}

/** A text too long for its cell, edited in a field over it. */
export function LongTextPane({ anchor, onType, onClose, ...field }: LongTextPaneProps) {
  return (
    <Popover open anchorEl={anchor} onClose={onClose}>
      <Area {...field} onChange={(event) => onType(event.currentTarget.value)} />
    </Popover>
  );
}
