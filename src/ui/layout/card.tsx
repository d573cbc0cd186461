import { styled } from '@mui/material/styles';
import { FORCED } from '#ui/theme/surface.ts';
import { tokenVar } from '#ui/theme/tokens.ts';

/** The one card level: hairlines inside, never another card. */
export const Card = styled('div')({
  borderRadius: 8,
  overflow: 'hidden',
  backgroundColor: tokenVar('sheet'),
  boxShadow: tokenVar('shadow-1'),
  [FORCED]: { border: '1px solid CanvasText' },
});
