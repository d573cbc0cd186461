import PenLine from 'lucide-react/icons/pen-line';
import type { Call } from '#core/design/design.ts';
import { canImprovePrompt } from '#core/rows/call-ratings.ts';
import { hasRatings } from '#state/prompt-ratings.ts';
import { useCallRatings, useWorkbench } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Line } from '#features/designer/shared/layout.ts';

/** Better messages from what was said about the values of the call; nothing while nothing was said. */
export function ImproveLine({ call }: { readonly call: Call }) {
  const { drafts } = useWorkbench();
  const ratings = useCallRatings(call.id);
  if (ratings === undefined || !hasRatings(ratings) || !canImprovePrompt(call)) return null;
  return (
    <Line style={{ marginLeft: -8 }}>
      <Button tone="ghost" size="small" glyph={PenLine} onClick={() => drafts.improve(call.id)}>
        Improve prompt from ratings
      </Button>
    </Line>
  );
}
