/** What our theme adds to MUI's types. Imported for its side effect by theme.ts. */
import type {} from '@mui/material/Button';
import type { ThemeOptions } from '@mui/material/styles';
import type {} from '@mui/material/themeCssVarsAugmentation';
import type { FillColour } from './palette.ts';

interface RowsmithPalette {
  sampled: FillColour;
  source: FillColour;
  generated: FillColour;
  derived: FillColour;
  field: string;
  plane: { sunken: string; raised: string; press: string };
  series: string[];
  rest: string;
  ramp: string;
}

declare module '@mui/material/styles' {
  interface CssThemeVariables {
    enabled: true;
  }
  interface Palette extends RowsmithPalette {}
  interface PaletteOptions extends Partial<RowsmithPalette> {}
}

/** Overrides of components, in the very type that a theme takes: comparing any other with it takes the compiler seconds. */
export type Overrides = NonNullable<ThemeOptions['components']>;
