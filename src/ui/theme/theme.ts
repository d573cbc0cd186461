/** The one MUI theme. It names tokens by CSS variable, so a change of scheme repaints without a re-render. */
import './theme-types.ts';
import { createTheme, type Shadows } from '@mui/material/styles';
import { globalStyles } from './global-styles.ts';
import { buttonOverrides } from './overrides/buttons.ts';
import { fieldOverrides } from './overrides/fields.ts';
import { surfaceOverrides } from './overrides/surfaces.ts';
import { createPalette } from './palette.ts';
import { darkTokens, lightTokens, tokenVar } from './tokens.ts';
import { typography } from './typography.ts';

const SHADOW_STEPS = 25;

function shadows(): Shadows {
  const steps = ['none', tokenVar('shadow-1'), tokenVar('shadow-2'), tokenVar('shadow-3')];
  return Array.from(
    { length: SHADOW_STEPS },
    (_, step) => steps[Math.min(step, steps.length - 1)] ?? 'none',
  ) as Shadows;
}

export function createRowsmithTheme() {
  return createTheme({
    cssVariables: { colorSchemeSelector: 'data-theme', cssVarPrefix: 'mui' },
    colorSchemes: {
      light: { palette: createPalette(lightTokens) },
      dark: { palette: createPalette(darkTokens) },
    },
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
}
