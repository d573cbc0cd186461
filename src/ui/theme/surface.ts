/** Repeated pieces of style, so that every component draws borders, rings and touch sizes alike. */
import { tokenVar } from './tokens.ts';

export const COARSE = '@media (pointer: coarse)';
export const FORCED = '@media (forced-colors: active)';

export const focusRing = {
  outline: `2px solid ${tokenVar('blue-line')}`,
  outlineOffset: 1,
};

export const fieldFocus = {
  boxShadow: `inset 0 0 0 1.5px ${tokenVar('blue-line')}, 0 0 0 3px color-mix(in srgb, ${tokenVar('blue-line')} 20%, transparent)`,
};

export const fieldError = { boxShadow: `inset 0 0 0 1.5px ${tokenVar('red-line')}` };

/** A plane above the sheet: what is hovered or chosen on it has a ground of its own. */
export const raisedPlane = {
  backgroundColor: tokenVar('raised'),
  '--rs-hover': tokenVar('hover-raised'),
};

export const outlinedSurface = {
  boxShadow: `inset 0 0 0 1px ${tokenVar('line-2')}, ${tokenVar('shadow-0')}`,
  [FORCED]: { border: '1px solid ButtonText' },
};
