import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider, useColorScheme } from '@mui/material/styles';
import { type ReactNode, useEffect } from 'react';
import { createRowsmithTheme } from './theme.ts';

export type ThemeMode = 'light' | 'dark' | 'system';

const theme = createRowsmithTheme();

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
    <ThemeProvider theme={theme} defaultMode={mode} storageManager={null} disableTransitionOnChange>
      <ModeFollower mode={mode} />
      <CssBaseline />
      {children}
    </ThemeProvider>
  );
}
