/** Global rules: variables, body text, scrollbars, and what to do under motion and colour preferences. */
import { cssVariableRules } from './css-variables.ts';
import { FONT_MONO } from './font-families.ts';
import { COARSE } from './surface.ts';
import { tokenVar } from './tokens.ts';

const motionOff = {
  animationDuration: '0.01ms !important',
  animationIterationCount: '1 !important',
  // Not a short time: by default every property is one to be moved, and only no time moves none.
  transitionDuration: '0s !important',
  transitionDelay: '0s !important',
  scrollBehavior: 'auto !important',
};

export function globalStyles(): Record<string, object> {
  return {
    ...cssVariableRules(),
    // Two quick taps on a button are two presses and no zoom; two fingers still zoom.
    html: { height: '100%', WebkitTextSizeAdjust: '100%', touchAction: 'manipulation' },
    body: {
      height: '100%',
      backgroundColor: tokenVar('bg'),
      color: tokenVar('ink'),
      fontSize: '0.8125rem',
      lineHeight: 20 / 13,
      letterSpacing: '-0.003em',
      textRendering: 'optimizeLegibility',
      WebkitFontSmoothing: 'antialiased',
    },
    'code, kbd, samp, pre': { fontFamily: FONT_MONO, letterSpacing: '-0.03em' },
    // What folds has the chevron of every other list that opens.
    summary: { listStyle: 'none' },
    'summary::-webkit-details-marker': { display: 'none' },
    'summary::before': {
      content: '""',
      display: 'inline-block',
      width: 6,
      height: 6,
      margin: '0 8px 2px 0',
      border: 'solid currentColor',
      borderWidth: '0 1.3px 1.3px 0',
      transform: 'rotate(-45deg)',
    },
    'details[open] > summary::before': { transform: 'translateY(-2px) rotate(45deg)' },
    '::selection': {
      backgroundColor: `color-mix(in srgb, ${tokenVar('blue-line')} 28%, transparent)`,
    },
    // A phone that finds smaller letters in a field zooms in on it, and does not zoom out again.
    [COARSE]: {
      'input:not(.monaco-editor *), textarea:not(.monaco-editor *), .MuiOutlinedInput-root .MuiSelect-select':
        {
          fontSize: '16px !important',
        },
      summary: { paddingBlock: 10 },
    },
    '*': { scrollbarWidth: 'thin', scrollbarColor: `${tokenVar('line-3')} transparent` },
    ':focus-visible': { outline: `2px solid ${tokenVar('blue-line')}`, outlineOffset: 1 },
    '.rs-still *, .rs-still *::before, .rs-still *::after': { transition: 'none !important' },
    '@media (prefers-reduced-motion: reduce)': { '*, *::before, *::after': motionOff },
    '@media (forced-colors: active)': {
      ':focus-visible': { outlineColor: 'Highlight' },
    },
  };
}
