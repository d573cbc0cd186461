import { styled } from '@mui/material/styles';
import { tokenVar } from '#ui/theme/tokens.ts';

/** Lines of fields under shared heads; wider than the pane, it is scrolled sideways. */
export const FieldTableScroll = styled('div')({
  overflowX: 'auto',
  margin: '0 -4px',
  padding: '0 4px',
});

export const FieldTable = styled('table')({
  borderCollapse: 'collapse',
  '& th': {
    padding: '0 8px 4px 0',
    color: tokenVar('ink-3'),
    fontSize: '0.6875rem',
    fontWeight: 500,
    textAlign: 'left',
    whiteSpace: 'nowrap',
  },
});
