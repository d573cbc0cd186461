import { keyframes, styled } from '@mui/material/styles';
import { FONT_MONO } from '#ui/theme/font-families.ts';
import { tokenVar } from '#ui/theme/tokens.ts';

const blink = keyframes({ '0%, 50%': { opacity: 1 }, '50.01%, 100%': { opacity: 0 } });

/** The whole area of a cell: ground, edge marks and one line of text. */
export const CellFrame = styled('div')({
  position: 'relative',
  display: 'flex',
  alignItems: 'center',
  gap: 6,
  width: '100%',
  height: '100%',
  padding: '0 8px',
  color: tokenVar('ink'),
  '&[data-align=right]': { justifyContent: 'flex-end' },
  '&[data-strong=true]': { fontWeight: 500 },
  '&[data-kind=empty]': { color: tokenVar('ink-3') },
  '&[data-kind=null]': {
    color: tokenVar('ink-3'),
    fontFamily: FONT_MONO,
    fontSize: '0.75rem',
    fontWeight: 400,
  },
  '&[data-kind=skipped]': { color: tokenVar('ink-3'), fontWeight: 400 },
  '&[data-kind=outdated]': { color: tokenVar('ink-2') },
  '&[data-kind=locked]': { backgroundColor: tokenVar('sunken') },
  '&[data-kind=failed]': {
    backgroundColor: tokenVar('red-soft'),
    color: tokenVar('red'),
    fontWeight: 400,
    justifyContent: 'flex-start',
  },
  '&[data-kind=streaming]': {
    backgroundImage: `linear-gradient(90deg, ${tokenVar('ember-soft')}, transparent 80%)`,
    boxShadow: `inset 2px 0 0 ${tokenVar('ember-line')}`,
    justifyContent: 'flex-start',
  },
  '&[data-kind=edited]::after': {
    content: '""',
    position: 'absolute',
    top: 0,
    right: 0,
    borderStyle: 'solid',
    borderWidth: '0 8px 8px 0',
    borderColor: `transparent ${tokenVar('blue-line')} transparent transparent`,
  },
});

export const CellText = styled('span')({
  minWidth: 0,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'pre',
});

/** Pushes what follows to the right edge of the cell. */
export const CellTail = styled('span')({
  marginLeft: 'auto',
  paddingLeft: 4,
  display: 'inline-flex',
  flexShrink: 0,
  '&[data-tone=lock]': { color: tokenVar('ink-3') },
  '&[data-tone=old]': { color: tokenVar('amber') },
  '&[data-tone=example]': { color: tokenVar('generated') },
});

export const Caret = styled('i')({
  width: 2,
  height: 15,
  marginLeft: -5,
  flexShrink: 0,
  backgroundColor: tokenVar('ember-line'),
  animation: `${blink} 1s linear infinite`,
});

export const WaitingBar = styled('i')({
  height: 7,
  borderRadius: 4,
  backgroundColor: tokenVar('press'),
  forcedColorAdjust: 'none',
});

export const SeriesSquare = styled('i')({ width: 7, height: 7, borderRadius: 2, flexShrink: 0 });

export const RetryButton = styled('button')({
  display: 'inline-grid',
  placeItems: 'center',
  width: 24,
  height: 24,
  margin: '0 -4px',
  border: 0,
  borderRadius: 5,
  background: 'none',
  color: 'inherit',
  cursor: 'pointer',
  '&:hover': { backgroundColor: `color-mix(in srgb, ${tokenVar('red-line')} 18%, transparent)` },
});
