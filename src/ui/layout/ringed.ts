import { keyframes } from '@mui/material/styles';
import { tokenVar } from '#ui/theme/tokens.ts';

const ringOnce = keyframes({
  '0%, 60%': { boxShadow: `0 0 0 2px ${tokenVar('blue-line')}` },
  '100%': { boxShadow: '0 0 0 2px transparent' },
});

/** For what holds places that ask to be shown: the one that is shown is ringed once. */
export const ringed = { '& [data-ringed]': { animation: `${ringOnce} 1.2s ease-out 1` } };
