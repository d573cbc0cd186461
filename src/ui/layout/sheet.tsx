import { styled } from '@mui/material/styles';
import { FORCED } from '#ui/theme/surface.ts';
import { tokenVar } from '#ui/theme/tokens.ts';

/** The plane the rows lie on. Positioned, so that drawers and toasts stay inside it. */
export const Sheet = styled('div')({
  position: 'relative',
  display: 'flex',
  flexDirection: 'column',
  minWidth: 0,
  minHeight: 0,
  borderRadius: 10,
  overflow: 'hidden',
  backgroundColor: tokenVar('sheet'),
  boxShadow: tokenVar('shadow-1'),
  [FORCED]: { border: '1px solid CanvasText' },
});
