import useMediaQuery from '@mui/material/useMediaQuery';
import { createContext, useContext, useLayoutEffect, useRef } from 'react';

export type ThemeMode = 'light' | 'dark' | 'system';

/** Whether the scheme on screen is dark, whatever chose it. */
export const IsDarkContext = createContext(false);

export function useIsDark(): boolean {
  return useContext(IsDarkContext);
}

/** Writes the scheme onto the page, where the tokens follow it, and answers whether it is dark. */
export function useScheme(mode: ThemeMode): boolean {
  const isSystemDark = useMediaQuery('(prefers-color-scheme: dark)', { noSsr: true });
  const isDark = mode === 'system' ? isSystemDark : mode === 'dark';
  const isFirst = useRef(true);
  useLayoutEffect(() => {
    const { documentElement: page } = document;
    const write = (): void => {
      page.dataset.theme = isDark ? 'dark' : 'light';
    };
    if (isFirst.current) write();
    else withoutTransitions(page, write);
    isFirst.current = false;
  }, [isDark]);
  return isDark;
}

/** A change of scheme is not a motion: without this, every colour on screen would fade. */
function withoutTransitions(page: HTMLElement, write: () => void): void {
  page.classList.add('rs-still');
  write();
  // The browser has to settle the new styles while nothing may move.
  page.getBoundingClientRect();
  setTimeout(() => page.classList.remove('rs-still'), 1);
}
