import { useMemo } from 'react';
import { callRatings, type CallRatings } from '#core/rows/call-ratings.ts';
import { useDesign, useDraft } from '#state/react.tsx';

/** What was said about the call whose prompt is to be improved; undefined when it is gone. */
export function useRatings(): CallRatings | undefined {
  const callId = useDraft((state) => state.callId);
  const design = useDesign((state) => state.design);
  const marks = useDesign((state) => state.marks);
  return useMemo(() => {
    const call = design.calls.find(({ id }) => id === callId);
    return call && callRatings(design, marks, call);
  }, [callId, design, marks]);
}
