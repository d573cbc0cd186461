import { useState } from 'react';
import { useRun } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { lazyPart } from '#ui/layout/lazy-part.tsx';
import { shownScores } from './run-words.ts';

const ScoresPane = lazyPart(async () => (await import('./scores-pane.tsx')).ScoresPane);

/** What judges have made of the rows, in few words that open into all of them. */
export function ScoresButton() {
  const run = useRun((state) => state);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const scores = shownScores(run);
  if (scores === undefined) return null;
  return (
    <>
      <Button
        tone="link"
        size="small"
        opensDialog
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        {scores.short}
      </Button>
      {anchor !== null && (
        <ScoresPane anchor={anchor} text={scores.full} onClose={() => setAnchor(null)} />
      )}
    </>
  );
}
