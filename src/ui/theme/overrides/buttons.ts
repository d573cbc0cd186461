import { COARSE, focusRing, FORCED, outlinedSurface } from '#ui/theme/surface.ts';
import type { Overrides } from '#ui/theme/theme-types.ts';
import { tokenVar } from '#ui/theme/tokens.ts';

const glyph = {
  '& .MuiButton-startIcon': { margin: '0 6px 0 -1px' },
  '& .MuiButton-endIcon': { margin: '0 -2px 0 6px' },
  '& .MuiButton-icon > svg': { fontSize: 'inherit' },
};

const disabled = {
  backgroundColor: tokenVar('hover'),
  color: tokenVar('ink-3'),
  boxShadow: `inset 0 0 0 1px ${tokenVar('line')}`,
};

const button: Overrides['MuiButton'] = {
  defaultProps: { disableElevation: true, variant: 'outlined', color: 'primary' },
  styleOverrides: {
    root: {
      minWidth: 0,
      height: 28,
      padding: '0 10px',
      borderRadius: 6,
      border: 0,
      whiteSpace: 'nowrap',
      flexShrink: 0,
      ...glyph,
      [COARSE]: { minHeight: 40 },
      '&.MuiButton-contained': { [FORCED]: { border: '1px solid ButtonText' } },
      variants: [
        { props: { size: 'small' }, style: { height: 24, padding: '0 8px', fontSize: '0.75rem' } },
        {
          props: { size: 'large' },
          style: { height: 32, padding: '0 13px', fontSize: '0.8125rem' },
        },
        {
          props: { variant: 'contained', color: 'primary' },
          style: {
            backgroundColor: tokenVar('ink-fill'),
            color: tokenVar('on-ink'),
            boxShadow: tokenVar('shadow-0'),
            '&:hover': {
              backgroundColor: tokenVar('ink-fill-hover'),
              boxShadow: tokenVar('shadow-0'),
            },
          },
        },
        {
          props: { variant: 'contained', color: 'secondary' },
          style: {
            backgroundColor: tokenVar('ember-fill'),
            color: tokenVar('on-ember'),
            boxShadow: tokenVar('shadow-0'),
            '&:hover': {
              backgroundColor: tokenVar('ember-fill-hover'),
              boxShadow: tokenVar('shadow-0'),
            },
          },
        },
        {
          props: { variant: 'outlined' },
          style: {
            backgroundColor: tokenVar('sheet'),
            color: tokenVar('ink'),
            ...outlinedSurface,
            '&:hover': { backgroundColor: tokenVar('hover') },
          },
        },
        {
          props: { variant: 'text' },
          style: {
            backgroundColor: 'transparent',
            color: tokenVar('ink-2'),
            '& .MuiButton-icon': { color: tokenVar('ink-3') },
            '&:hover': { backgroundColor: tokenVar('hover'), color: tokenVar('ink') },
          },
        },
        {
          props: { variant: 'text', color: 'info' },
          style: { color: tokenVar('blue'), '&:hover': { color: tokenVar('blue') } },
        },
        {
          props: { variant: 'text', color: 'error' },
          style: { color: tokenVar('red'), '&:hover': { color: tokenVar('red') } },
        },
      ],
      '&.Mui-disabled': disabled,
      '&.MuiButton-text.Mui-disabled': { backgroundColor: 'transparent', boxShadow: 'none' },
    },
  },
};

const iconButton: Overrides['MuiIconButton'] = {
  styleOverrides: {
    root: {
      width: 28,
      height: 28,
      padding: 0,
      borderRadius: 6,
      color: tokenVar('ink-2'),
      flexShrink: 0,
      '&:hover': { backgroundColor: tokenVar('press'), color: tokenVar('ink') },
      '&[aria-pressed=true], &[aria-pressed=true]:hover': {
        backgroundColor: tokenVar('blue-soft'),
        color: tokenVar('blue'),
        [FORCED]: { outline: '1px solid Highlight', outlineOffset: -1 },
      },
      '&.Mui-disabled': { color: tokenVar('ink-4') },
      [COARSE]: { width: 40, height: 40 },
      variants: [{ props: { size: 'small' }, style: { width: 24, height: 24, borderRadius: 5 } }],
    },
  },
};

export const buttonOverrides: Overrides = {
  MuiButtonBase: {
    defaultProps: { disableRipple: true, disableTouchRipple: true },
    styleOverrides: { root: { '&.Mui-focusVisible': focusRing } },
  },
  MuiButton: button,
  MuiIconButton: iconButton,
};
