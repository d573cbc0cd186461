import { COARSE, raisedPlane } from '#ui/theme/surface.ts';
import type { Overrides } from '#ui/theme/theme-types.ts';
import { tokenVar } from '#ui/theme/tokens.ts';

const dialog: Overrides['MuiDialog'] = {
  styleOverrides: {
    paper: {
      margin: 16,
      borderRadius: 12,
      ...raisedPlane,
      boxShadow: tokenVar('shadow-3'),
      '@media (max-width: 599.95px)': {
        margin: 0,
        width: '100%',
        maxWidth: '100%',
        height: '100%',
        maxHeight: '100%',
        borderRadius: 0,
      },
    },
  },
};

const menuItem: Overrides['MuiMenuItem'] = {
  styleOverrides: {
    root: {
      '&.MuiMenuItem-root': { minHeight: 30, [COARSE]: { minHeight: 44 } },
      padding: '0 8px',
      gap: 10,
      borderRadius: 6,
      fontSize: '0.8125rem',
      lineHeight: 20 / 13,
      color: tokenVar('ink'),
      '&:hover, &.Mui-focusVisible': { backgroundColor: tokenVar('hover') },
      '&.Mui-focusVisible': { outlineOffset: -2 },
      '&.Mui-selected, &.Mui-selected:hover, &.Mui-selected.Mui-focusVisible': {
        backgroundColor: tokenVar('blue-soft'),
      },
      '&.Mui-disabled': { opacity: 1, color: tokenVar('ink-3') },
    },
  },
};

export const surfaceOverrides: Overrides = {
  MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
  MuiBackdrop: {
    styleOverrides: {
      root: {
        backgroundColor: tokenVar('scrim'),
        variants: [{ props: { invisible: true }, style: { backgroundColor: 'transparent' } }],
      },
    },
  },
  // While it fades, it is hidden from the reader and lets the next press through to what lies below.
  MuiModal: { styleOverrides: { root: { '&[aria-hidden=true]': { pointerEvents: 'none' } } } },
  MuiDialog: dialog,
  MuiPopover: {
    defaultProps: { transitionDuration: 120 },
    styleOverrides: {
      paper: { ...raisedPlane, boxShadow: tokenVar('shadow-2') },
    },
  },
  MuiMenu: {
    styleOverrides: { paper: { marginTop: 4, borderRadius: 9 }, list: { padding: 4 } },
  },
  MuiMenuItem: menuItem,
  MuiDivider: { styleOverrides: { root: { borderColor: tokenVar('line') } } },
};
