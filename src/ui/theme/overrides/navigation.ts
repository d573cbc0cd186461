import { COARSE, focusRing } from '#ui/theme/surface.ts';
import type { Overrides } from '#ui/theme/theme-types.ts';
import { tokenVar } from '#ui/theme/tokens.ts';

export const navigationOverrides: Overrides = {
  MuiTabs: {
    styleOverrides: {
      root: { minHeight: 38, overflow: 'visible' },
      list: { gap: 18 },
      indicator: { height: 2, borderRadius: 1, backgroundColor: tokenVar('ink') },
    },
  },
  MuiTab: {
    styleOverrides: {
      root: {
        minWidth: 0,
        minHeight: 38,
        padding: 0,
        flexDirection: 'row',
        gap: 6,
        fontSize: '0.8125rem',
        fontWeight: 500,
        opacity: 1,
        color: tokenVar('ink-2'),
        '&:hover, &.Mui-selected': { color: tokenVar('ink') },
        '&.Mui-focusVisible': { ...focusRing, outlineOffset: -3, borderRadius: 6 },
        [COARSE]: { minHeight: 44 },
      },
    },
  },
  MuiChip: {
    styleOverrides: {
      root: {
        height: 18,
        borderRadius: 4,
        fontSize: '0.6875rem',
        fontWeight: 500,
        backgroundColor: tokenVar('press'),
        color: tokenVar('ink-2'),
      },
      label: { padding: '0 6px' },
    },
  },
  MuiLinearProgress: {
    styleOverrides: {
      root: { height: 3, borderRadius: 0, backgroundColor: tokenVar('line') },
      bar: { borderRadius: 0, backgroundColor: tokenVar('ember-line') },
    },
  },
  MuiLink: {
    defaultProps: { underline: 'hover' },
    styleOverrides: { root: { color: tokenVar('blue') } },
  },
  MuiSkeleton: {
    defaultProps: { animation: false },
    styleOverrides: { root: { backgroundColor: tokenVar('press'), borderRadius: 4 } },
  },
};
