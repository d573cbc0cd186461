import { styled } from '@mui/material/styles';
import { tokenVar } from '#ui/theme/tokens.ts';

/** What the model is told besides the words of the user. */
export const ToldLine = styled('p')({ margin: 0, color: tokenVar('ink-2'), fontSize: '0.75rem' });
