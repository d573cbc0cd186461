import type { CallRatings } from '#core/rows/call-ratings.ts';
import { useCallRatings, useDraft } from '#state/react.tsx';

/** What was said about the call whose prompt is to be improved; undefined when it is gone. */
export function useRatings(): CallRatings | undefined {
  return useCallRatings(useDraft((state) => state.aboutId));
}
