import { COARSE, fieldError, fieldFocus, FORCED } from '#ui/theme/surface.ts';
import type { Overrides } from '#ui/theme/theme-types.ts';
import { tokenVar } from '#ui/theme/tokens.ts';

const outlinedInput: Overrides['MuiOutlinedInput'] = {
  defaultProps: { notched: false },
  styleOverrides: {
    root: {
      height: 28,
      padding: '0 8px',
      gap: 6,
      borderRadius: 6,
      backgroundColor: tokenVar('field-fill'),
      color: tokenVar('ink'),
      fontSize: '0.8125rem',
      lineHeight: 20 / 13,
      boxShadow: `inset 0 0 0 1px ${tokenVar('field')}`,
      transition: 'box-shadow 120ms ease-out',
      '&:hover': { boxShadow: `inset 0 0 0 1px ${tokenVar('line-3')}` },
      '&.Mui-error, &.Mui-error:hover': fieldError,
      '&.Mui-focused, &.Mui-focused:hover': fieldFocus,
      '&.Mui-error.Mui-focused': {
        boxShadow: `inset 0 0 0 1.5px ${tokenVar('red-line')}, 0 0 0 3px color-mix(in srgb, ${tokenVar('red-line')} 20%, transparent)`,
      },
      '&.Mui-disabled': { backgroundColor: tokenVar('hover'), color: tokenVar('ink-3') },
      '&.MuiSelect-root': { padding: 0 },
      [COARSE]: { minHeight: 40 },
      [FORCED]: { border: '1px solid FieldText' },
    },
    multiline: { height: 'auto', padding: '5px 8px', alignItems: 'flex-start' },
    notchedOutline: { display: 'none' },
    input: {
      padding: 0,
      height: '100%',
      '&.Mui-disabled': { WebkitTextFillColor: tokenVar('ink-3') },
      '&[type=number]': { appearance: 'textfield', fontVariantNumeric: 'tabular-nums' },
      '&::-webkit-outer-spin-button, &::-webkit-inner-spin-button': {
        appearance: 'none',
        margin: 0,
      },
      '&.MuiInputBase-inputMultiline': { padding: 0, height: 'auto' },
      '&::placeholder': { color: tokenVar('ink-3'), opacity: 1 },
    },
  },
};

const select: Overrides['MuiSelect'] = {
  styleOverrides: {
    select: {
      display: 'flex',
      alignItems: 'center',
      gap: 6,
      minHeight: 0,
      padding: '0 26px 0 8px',
      '&&': { paddingRight: 26, minHeight: 0, height: '100%' },
    },
    icon: { right: 8, top: 'calc(50% - 6.5px)', color: tokenVar('ink-3') },
  },
};

const track = {
  opacity: 1,
  borderRadius: 8,
  backgroundColor: tokenVar('line-3'),
  [FORCED]: { border: '1px solid ButtonText' },
};

const toggle: Overrides['MuiSwitch'] = {
  styleOverrides: {
    root: { width: 26, height: 16, padding: 0, overflow: 'visible', flexShrink: 0 },
    switchBase: {
      padding: 2,
      borderRadius: 8,
      '&:hover': { backgroundColor: 'transparent' },
      '&.Mui-focusVisible + .MuiSwitch-track': {
        outline: `2px solid ${tokenVar('blue-line')}`,
        outlineOffset: 1,
      },
      '&.Mui-focusVisible': { outline: 'none' },
      '&.Mui-checked': { transform: 'translateX(10px)', color: tokenVar('on-ink') },
      '&.Mui-checked + .MuiSwitch-track': { opacity: 1, backgroundColor: tokenVar('ink-fill') },
      '&.Mui-checked:hover': { backgroundColor: 'transparent' },
      '&.Mui-disabled + .MuiSwitch-track': { opacity: 0.5 },
    },
    thumb: { width: 12, height: 12, boxShadow: 'none', backgroundColor: tokenVar('sheet') },
    track,
  },
};

export const fieldOverrides: Overrides = {
  // They tell a floating label of a filled field; ours do not float, and each costs the page its styles.
  MuiInputBase: { defaultProps: { disableInjectingGlobalStyles: true } },
  MuiOutlinedInput: outlinedInput,
  MuiSelect: select,
  MuiInputLabel: {
    defaultProps: { shrink: true },
    styleOverrides: {
      root: {
        position: 'static',
        transform: 'none',
        marginBottom: 4,
        fontSize: '0.75rem',
        lineHeight: 16 / 12,
        fontWeight: 500,
        color: tokenVar('ink-2'),
        '&.Mui-focused, &.Mui-error': { color: tokenVar('ink-2') },
      },
    },
  },
  MuiFormHelperText: {
    styleOverrides: {
      root: {
        margin: '4px 0 0',
        fontSize: '0.75rem',
        lineHeight: 16 / 12,
        color: tokenVar('ink-3'),
        '&.Mui-error': { color: tokenVar('red') },
      },
    },
  },
  MuiFormControlLabel: {
    styleOverrides: { root: { margin: 0, gap: 8, minHeight: 24, [COARSE]: { minHeight: 40 } } },
  },
  MuiSwitch: toggle,
  MuiCheckbox: {
    styleOverrides: {
      root: {
        padding: 0,
        borderRadius: 4,
        color: tokenVar('line-3'),
        '&.Mui-checked, &.MuiCheckbox-indeterminate': { color: tokenVar('ink-fill') },
        '&:hover': { backgroundColor: 'transparent' },
        '&.Mui-disabled': { opacity: 0.5 },
      },
    },
  },
};
