/**
 * The tokens in MUI's words. Each is a CSS variable, which MUI cannot reckon with; so every shade it
 * would derive is given, and `theme.ts` brings the functions for the rest.
 */
import { type TokenName, tokenVar } from './tokens.ts';

function colour(main: TokenName, contrastText: TokenName) {
  const value = tokenVar(main);
  return { main: value, light: value, dark: value, contrastText: tokenVar(contrastText) };
}

export const palette = {
  common: { black: tokenVar('ink'), white: tokenVar('sheet') },
  primary: colour('ink-fill', 'on-ink'),
  secondary: colour('ember-fill', 'on-ember'),
  error: colour('red', 'sheet'),
  warning: colour('amber', 'sheet'),
  success: colour('green', 'sheet'),
  info: colour('blue', 'sheet'),
  background: { default: tokenVar('bg'), paper: tokenVar('sheet') },
  text: {
    primary: tokenVar('ink'),
    secondary: tokenVar('ink-2'),
    disabled: tokenVar('ink-4'),
  },
  divider: tokenVar('line'),
  action: {
    active: tokenVar('ink-2'),
    hover: tokenVar('hover'),
    selected: tokenVar('blue-soft'),
    disabled: tokenVar('ink-4'),
  },
};
