import { styled } from '@mui/material/styles';
import { fieldFocus } from '#ui/theme/surface.ts';
import { tokenVar } from '#ui/theme/tokens.ts';

/** A cell of a table that becomes a field when it has the focus. */
export const CellInput = styled('input')({
  width: '100%',
  height: 23,
  margin: '0 0 0 -5px',
  padding: '0 5px',
  border: 0,
  borderRadius: 5,
  background: 'none',
  color: tokenVar('ink'),
  font: 'inherit',
  letterSpacing: 'inherit',
  textOverflow: 'ellipsis',
  '&:hover': { backgroundColor: tokenVar('hover') },
  '&:focus, &:focus-visible': {
    outline: 'none',
    backgroundColor: tokenVar('field-fill'),
    ...fieldFocus,
  },
  '@media (forced-colors: active)': { '&:focus': { outline: '2px solid Highlight' } },
  '@media (pointer: coarse)': { height: 38 },
});
