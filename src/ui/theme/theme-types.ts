import type { ThemeOptions } from '@mui/material/styles';

/** Overrides of components, in the very type that a theme takes: comparing any other with it takes the compiler seconds. */
export type Overrides = NonNullable<ThemeOptions['components']>;
