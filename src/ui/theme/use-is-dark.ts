import { useColorScheme } from '@mui/material/styles';

/** Whether the scheme on screen is dark, whatever chose it. */
export function useIsDark(): boolean {
  const { mode, systemMode } = useColorScheme();
  return (mode === 'system' ? systemMode : mode) === 'dark';
}
