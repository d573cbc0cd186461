import { CacheProvider } from '@emotion/react';
import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider, useColorScheme } from '@mui/material/styles';
import { type ReactNode, useEffect } from 'react';
import { createStyleCache } from './style-cache.ts';
import { createRowsmithTheme } from './theme.ts';

export type ThemeMode = 'light' | 'dark' | 'system';

const theme = createRowsmithTheme();
const styleCache = createStyleCache();

function ModeFollower({ mode }: { readonly mode: ThemeMode }) {
  const { setMode } = useColorScheme();
  useEffect(() => setMode(mode), [mode, setMode]);
  return null;
}

interface ThemeRootProps {
  readonly mode?: ThemeMode;
  readonly children: ReactNode;
}

/** The mode is the caller's to remember: nothing is stored here. */
export function ThemeRoot({ mode = 'system', children }: ThemeRootProps) {
  return (
    <CacheProvider value={styleCache}>
      <ThemeProvider
        theme={theme}
        defaultMode={mode}
        storageManager={null}
        disableTransitionOnChange
        // Otherwise the whole page is drawn a second time as soon as it has been drawn.
        noSsr
      >
        <ModeFollower mode={mode} />
        <CssBaseline />
        {children}
      </ThemeProvider>
    </CacheProvider>
  );
}
