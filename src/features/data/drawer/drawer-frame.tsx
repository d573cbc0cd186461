import { styled } from '@mui/material/styles';
import { raisedPlane } from '#ui/theme/surface.ts';
import { tokenVar } from '#ui/theme/tokens.ts';

/** Beside the grid, which stays usable; over it where both have no room, and below 900 px the whole screen. */
export const DrawerFrame = styled('aside')({
  flexShrink: 0,
  maxWidth: '68%',
  minHeight: 0,
  display: 'flex',
  flexDirection: 'column',
  borderLeft: `1px solid ${tokenVar('line')}`,
  ...raisedPlane,
  '& > [role=tablist]': { padding: '0 18px' },
  '@container beside (max-width: 699px)': {
    position: 'absolute',
    inset: '0 0 0 auto',
    zIndex: 3,
    maxWidth: '100%',
    boxShadow: tokenVar('shadow-2'),
  },
  '@media (max-width: 899.95px)': {
    position: 'fixed',
    inset: 0,
    zIndex: 1200,
    width: 'auto !important',
    maxWidth: '100%',
  },
});

export const DrawerHead = styled('header')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 44,
  padding: '0 12px 0 18px',
  '@media (max-width: 599.95px)': { gap: 4 },
});

/** Which cell it is; in two lines where the buttons leave little room. */
export const DrawerTitle = styled('div')({
  flex: 1,
  minWidth: 0,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'baseline',
  gap: '0 8px',
  '& > *': { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& > h3': { margin: 0, fontSize: '0.9375rem', fontWeight: 600 },
});

export const DrawerBody = styled('div')({
  flex: 1,
  minHeight: 0,
  overflow: 'auto',
  display: 'flex',
  flexDirection: 'column',
  gap: 10,
  padding: '12px 18px 16px',
  borderTop: `1px solid ${tokenVar('line')}`,
  '&:focus-visible': { outline: `2px solid ${tokenVar('blue-line')}`, outlineOffset: -2 },
});

export const DrawerFoot = styled('footer')({
  display: 'flex',
  alignItems: 'center',
  flexWrap: 'wrap',
  gap: 8,
  minHeight: 52,
  padding: '8px 12px 8px 18px',
  borderTop: `1px solid ${tokenVar('line')}`,
});

export const Quiet = styled('span')({
  color: tokenVar('ink-3'),
  fontSize: '0.75rem',
  fontVariantNumeric: 'tabular-nums',
});

export const Grow = styled('span')({ flex: 1 });

/** Shrinks before the acts beside it wrap; on a phone they have a line of their own. */
export const FootWords = styled(Quiet)({
  flex: '1 1 140px',
  minWidth: 0,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
});

export const DrawerActs = styled('div')({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'flex-end',
  gap: 8,
  marginLeft: 'auto',
});

export const Line = styled('div')({
  display: 'flex',
  alignItems: 'center',
  flexWrap: 'wrap',
  gap: 6,
});
