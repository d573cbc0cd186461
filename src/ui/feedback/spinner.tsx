import { keyframes, styled } from '@mui/material/styles';
import { tokenVar } from '#ui/theme/tokens.ts';

const turn = keyframes({ to: { transform: 'rotate(360deg)' } });

/** Decorative: the status beside it says what is going on. */
export const Spinner = styled('span')({
  display: 'inline-block',
  width: 11,
  height: 11,
  flexShrink: 0,
  borderRadius: '50%',
  border: `1.5px solid color-mix(in srgb, ${tokenVar('ember-line')} 28%, transparent)`,
  borderTopColor: tokenVar('ember-line'),
  animation: `${turn} 0.9s linear infinite`,
});
