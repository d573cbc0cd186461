/**
 * The one MUI theme, of no scheme: it names tokens by CSS variable, and the page's attribute says which
 * scheme they have. A change of scheme repaints without a re-render.
 */
import { createTheme, type Shadows, type Theme } from '@mui/material/styles';
import { globalStyles } from './global-styles.ts';
import { buttonOverrides } from './overrides/buttons.ts';
import { fieldOverrides } from './overrides/fields.ts';
import { surfaceOverrides } from './overrides/surfaces.ts';
import { palette } from './palette.ts';
import { tokenVar } from './tokens.ts';
import { typography } from './typography.ts';

const SHADOW_STEPS = 25;

function shadows(): Shadows {
  const steps = ['none', tokenVar('shadow-1'), tokenVar('shadow-2'), tokenVar('shadow-3')];
  return Array.from(
    { length: SHADOW_STEPS },
    (_, step) => steps[Math.min(step, steps.length - 1)] ?? 'none',
  ) as Shadows;
}

/** `part` of `other`, 0 to 1, mixed into a colour that only the browser knows. */
function mix(colour: string, other: string, part: number | string): string {
  return `color-mix(in srgb, ${colour}, ${other} calc(100% * (${part})))`;
}

/** MUI's own reckon with the digits of a colour, which a variable does not have. */
const colourFunctions: Pick<Theme, 'alpha' | 'lighten' | 'darken'> = {
  alpha: (colour, opacity) => mix(colour, 'transparent', `1 - (${opacity})`),
  lighten: (colour, part) => mix(colour, '#fff', part),
  darken: (colour, part) => mix(colour, '#000', part),
};

export function createRowsmithTheme(): Theme {
  const theme = createTheme({
    palette,
    typography,
    spacing: 4,
    shape: { borderRadius: 6 },
    shadows: shadows(),
    transitions: {
      duration: { shortest: 120, shorter: 120, short: 120, standard: 160, enteringScreen: 200 },
    },
    breakpoints: { values: { xs: 0, sm: 600, md: 900, lg: 1200, xl: 1536 } },
    components: {
      MuiCssBaseline: { styleOverrides: globalStyles() },
      ...buttonOverrides,
      ...fieldOverrides,
      ...surfaceOverrides,
    },
  });
  return Object.assign(theme, colourFunctions);
}
