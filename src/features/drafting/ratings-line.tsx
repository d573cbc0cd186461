import { styled } from '@mui/material/styles';
import { tokenVar } from '#ui/theme/tokens.ts';
import { ratingWords } from './rating-words.ts';
import { useRatings } from './use-ratings.ts';

const Said = styled('p')({ margin: 0, color: tokenVar('ink-2'), fontSize: '0.75rem' });

/** What the model is told besides the words of the user. */
export function RatingsLine() {
  const ratings = useRatings();
  if (ratings === undefined) return null;
  return <Said>Told with the messages of the call: {ratingWords(ratings)}.</Said>;
}
