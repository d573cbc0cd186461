import { styled } from '@mui/material/styles';
import type { LucideIcon } from 'lucide-react';
import { Icon } from '#ui/icon/icon.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';

export const Choices = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
  gap: 10,
  marginTop: 16,
});

const Choice = styled('button')({
  display: 'flex',
  flexDirection: 'column',
  gap: 4,
  padding: '12px 14px',
  border: 0,
  borderRadius: 8,
  backgroundColor: tokenVar('sheet'),
  boxShadow: tokenVar('shadow-1'),
  font: 'inherit',
  textAlign: 'left',
  color: tokenVar('ink-2'),
  cursor: 'pointer',
  '& strong': {
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    color: tokenVar('ink'),
    fontWeight: 600,
  },
  '&:hover': { backgroundColor: tokenVar('hover') },
  '&:focus-visible': { outline: `2px solid ${tokenVar('blue-line')}`, outlineOffset: 1 },
});

interface StartFromProps {
  readonly glyph: LucideIcon;
  readonly title: string;
  readonly text: string;
  readonly onClick: () => void;
}

/** One thing to begin with, as a card. */
export function StartFrom({ glyph, title, text, onClick }: StartFromProps) {
  return (
    <Choice type="button" onClick={onClick}>
      <strong>
        <Icon glyph={glyph} size={16} />
        {title}
      </strong>
      {text}
    </Choice>
  );
}
