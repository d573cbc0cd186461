import { ratingWords } from './rating-words.ts';
import { ToldLine } from './told-line.ts';
import { useRatings } from './use-ratings.ts';

/** What people have said about what the call wrote. */
export function RatingsLine() {
  const ratings = useRatings();
  if (ratings === undefined) return null;
  return <ToldLine>Told with the messages of the call: {ratingWords(ratings)}.</ToldLine>;
}
