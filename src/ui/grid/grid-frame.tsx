import { styled } from '@mui/material/styles';
import { FORCED } from '#ui/theme/surface.ts';
import { HANDLE_SIZE } from './use-grid-fill.ts';
import { tokenVar } from '#ui/theme/tokens.ts';

export const BAND_HEIGHT = 24;
export const HEAD_HEIGHT = 54;

/** Dresses the library's grid in our tokens; it keeps its own rules in cascade layers, so plain rules win. */
export const GridFrame = styled('div')({
  position: 'relative',
  containerType: 'inline-size',
  flex: 1,
  minHeight: 0,
  height: '100%',
  '& > .rdg': {
    '--rdg-background-color': tokenVar('sheet'),
    '--rdg-header-background-color': tokenVar('sunken'),
    '--rdg-row-hover-background-color': tokenVar('hover'),
    '--rdg-border-color': tokenVar('grid'),
    '--rdg-color': tokenVar('ink'),
    '--rdg-font-size': '0.8125rem',
    '--rdg-selection-color': tokenVar('blue-line'),
    blockSize: '100%',
    border: 0,
    colorScheme: 'inherit',
  },
  '& .rdg-cell': {
    borderInlineEnd: 0,
    padding: 0,
    lineHeight: 20 / 13,
    // Cells are selected, by Shift, by dragging and by a finger; their letters are in the drawer.
    userSelect: 'none',
    WebkitUserSelect: 'none',
    WebkitTouchCallout: 'none',
  },
  '& .rdg-cell :is(input, textarea)': { userSelect: 'text', WebkitUserSelect: 'text' },
  // Outside of the cell its neighbours would lie over the ring.
  '& .rdg-cell:focus-visible': { outlineOffset: -2 },
  '& > .rs-grid': {
    // The library gives all header rows one height; ours are 24 and 54, which add up to the same.
    gridTemplateRows: 'var(--rs-grid-rows) !important',
    '--rdg-header-row-height': `${BAND_HEIGHT}px !important`,
  },
  '& .rdg-header-row': { fontWeight: 400 },
  '& > .rs-headless .rdg-header-row > .rdg-cell': { height: 0, border: 0, overflow: 'hidden' },
  '& .rdg-header-row > .rdg-cell': { borderBlockEnd: 0, cursor: 'default' },
  '& .rdg-header-row > .rs-head': { borderBlockEnd: `1px solid ${tokenVar('line-2')}` },
  '& .rdg-cell[data-in-range=true]': {
    backgroundColor: `color-mix(in srgb, ${tokenVar('blue-line')} 12%, transparent)`,
    [FORCED]: { outline: '1px dashed Highlight', outlineOffset: -1 },
  },
  // A mouse draws it; by keyboard there is Ctrl+D, and a finger scrolls.
  '@media (pointer: fine)': {
    '& .rdg-cell[data-fill-handle=true]::after': {
      content: '""',
      position: 'absolute',
      insetInlineEnd: 0,
      insetBlockEnd: 0,
      width: HANDLE_SIZE,
      height: HANDLE_SIZE,
      boxSizing: 'border-box',
      border: `1px solid ${tokenVar('sheet')}`,
      borderInlineEnd: 0,
      borderBlockEnd: 0,
      backgroundColor: tokenVar('blue-line'),
      cursor: 'crosshair',
      [FORCED]: { backgroundColor: 'Highlight' },
    },
  },
  '& .rdg-cell[data-fill-target=true]': {
    outline: `1px dashed ${tokenVar('blue-line')}`,
    outlineOffset: -1,
  },
  '& .rs-row-selected': { '--rdg-background-color': tokenVar('blue-soft') },
  // The library fades frozen columns with a shadow; a hairline is enough here.
  '& .rdg > div:not([role])': { backgroundImage: 'none' },
  '& .rdg-resize-handle:hover': { boxShadow: `inset -2px 0 0 ${tokenVar('line-3')}` },
  '@container rdg-root scroll-state(scrollable: inline-start)': {
    '& .rdg-cell-frozen-start': { boxShadow: `1px 0 0 ${tokenVar('line-2')}` },
  },
});
