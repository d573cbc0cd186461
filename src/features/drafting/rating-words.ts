/** What was said about a call, in words. */
import { listWords } from '#core/base/list-words.ts';
import type { CallRatings } from '#core/rows/call-ratings.ts';

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
  return `${listWords(said)} ${total === 1 ? 'value' : 'values'}`;
}
