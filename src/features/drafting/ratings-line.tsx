import { styled } from '@mui/material/styles';
import type { CallRatings } from '#core/rows/call-ratings.ts';
import { tokenVar } from '#ui/theme/tokens.ts';
import { useRatings } from './use-ratings.ts';

const Said = styled('p')({ margin: 0, color: tokenVar('ink-2'), fontSize: '0.75rem' });

/** What the model is told besides the words of the user. */
export function RatingsLine() {
  const ratings = useRatings();
  if (ratings === undefined) return null;
  return <Said>Told with the messages of the call: {ratingWords(ratings)}.</Said>;
}

/** Such as `3 liked, 1 disliked and 2 edited values`. */
export function ratingWords({ liked, disliked, edited }: CallRatings): string {
  const counts = [
    [liked.length, 'liked'],
    [disliked.length, 'disliked'],
    [edited.length, 'edited'],
  ] as const;
  const said = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  const total = liked.length + disliked.length + edited.length;
  if (total === 0) return 'no ratings yet';
  const list = new Intl.ListFormat('en').format(said);
  return `${list} ${total === 1 ? 'value' : 'values'}`;
}
