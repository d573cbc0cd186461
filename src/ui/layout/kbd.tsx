import { styled } from '@mui/material/styles';
import { FONT_SANS } from '#ui/theme/font-families.ts';
import { tokenVar } from '#ui/theme/tokens.ts';

export const Kbd = styled('kbd')({
  display: 'inline-grid',
  placeItems: 'center',
  minWidth: 16,
  height: 16,
  padding: '0 4px',
  borderRadius: 4,
  boxShadow: `inset 0 0 0 1px ${tokenVar('line-2')}`,
  color: tokenVar('ink-3'),
  fontFamily: FONT_SANS,
  fontSize: '0.6875rem',
  fontWeight: 500,
  lineHeight: 1,
  letterSpacing: 0,
});
