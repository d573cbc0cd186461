import { CacheProvider } from '@emotion/react';
import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { IsDarkContext, type ThemeMode, useScheme } from './scheme.ts';
import { createStyleCache } from './style-cache.ts';
import { createRowsmithTheme } from './theme.ts';

const theme = createRowsmithTheme();
const styleCache = createStyleCache();

interface ThemeRootProps {
  readonly mode?: ThemeMode;
  readonly children: ReactNode;
}

/** The mode is the caller's to remember: nothing is stored here. */
export function ThemeRoot({ mode = 'system', children }: ThemeRootProps) {
  const isDark = useScheme(mode);
  return (
    <CacheProvider value={styleCache}>
      <ThemeProvider theme={theme}>
        <CssBaseline />
        <IsDarkContext value={isDark}>{children}</IsDarkContext>
      </ThemeProvider>
    </CacheProvider>
  );
}
