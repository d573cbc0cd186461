import { styled } from '@mui/material/styles';
import { tokenVar } from '#ui/theme/tokens.ts';

/** Fields side by side, all of one width; fewer per line where the pane is narrow. */
export const FieldRow = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(64px, 1fr))',
  alignItems: 'start',
  gap: 8,
});

/** Words and small controls in one line that may wrap. */
export const Line = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '4px 6px',
  minHeight: 28,
});

export const Quiet = styled('span')({ color: tokenVar('ink-3') });

export const Caption = styled('p')({
  margin: 0,
  color: tokenVar('ink-3'),
  fontSize: '0.75rem',
  lineHeight: 16 / 12,
});

export const Spacer = styled('span')({ flex: 1 });

/** A list inside a card: hairlines between its items, a blue edge at the open one. */
export const LineList = styled('ul')({ listStyle: 'none', margin: 0, padding: 0 });

export const LineItem = styled('li')({
  position: 'relative',
  '& + &': { borderTop: `1px solid ${tokenVar('line')}` },
  '&[data-open=true]::before': {
    content: '""',
    position: 'absolute',
    inset: '0 auto 0 0',
    width: 2,
    backgroundColor: tokenVar('blue-line'),
  },
});

/** The 30 px line of a list item: a button over the whole width. */
export const LineButton = styled('button')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  width: '100%',
  minHeight: 29,
  padding: '0 10px 0 9px',
  border: 0,
  background: 'none',
  color: 'inherit',
  font: 'inherit',
  letterSpacing: 'inherit',
  textAlign: 'left',
  cursor: 'pointer',
  '&:hover': { backgroundColor: tokenVar('hover') },
  '&[aria-expanded=true]:hover': { backgroundColor: 'transparent' },
  '&:focus-visible': { outlineOffset: -2 },
  '@media (pointer: coarse)': { minHeight: 44 },
});

/** What opens below a line, aligned to its text. */
export const EditorBody = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  gap: 8,
  padding: '0 10px 8px 37px',
});
