import { styled } from '@mui/material/styles';
import { focusRing } from '#ui/theme/surface.ts';
import { tokenVar } from '#ui/theme/tokens.ts';

/** A design to begin with, as one button. */
export const DesignCard = styled('button')({
  display: 'flex',
  flexDirection: 'column',
  gap: 2,
  minWidth: 0,
  padding: '12px 14px 10px',
  border: 0,
  borderRadius: 8,
  backgroundColor: tokenVar('sheet'),
  boxShadow: tokenVar('shadow-1'),
  font: 'inherit',
  textAlign: 'left',
  color: tokenVar('ink-2'),
  cursor: 'pointer',
  '& strong': { minWidth: 0, color: tokenVar('ink'), fontWeight: 600, overflowWrap: 'anywhere' },
  '&:hover': { backgroundColor: tokenVar('hover') },
  '&:focus-visible': focusRing,
});

export const DesignCards = styled('ul')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 320px), 1fr))',
  gap: 10,
  margin: 0,
  padding: 0,
  listStyle: 'none',
  '& > li': { position: 'relative', display: 'grid', minWidth: 0 },
  // Cards that come later move nothing that is about to be pressed.
  '&[aria-busy=true]': { minHeight: '80vh' },
});
