import { useState } from 'react';
import { Button } from '#ui/actions/button.tsx';
import { lazyPart } from '#ui/layout/lazy-part.tsx';
import { useSettings } from '#state/react.tsx';
import { Roomy, Tight } from './fitting.ts';
import { capWords } from './run-words.ts';

const CapDialog = lazyPart(async () => (await import('./cap-dialog.tsx')).CapDialog);

/** The most a run may spend, small in the bar and set in place: it holds for every design on this device. */
export function CapButton() {
  const cap = useSettings((state) => state.spendCap);
  const isSet = cap.costUsd !== undefined || cap.tokens !== undefined;
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        tone="ghost"
        name="Spending cap"
        description={capWords(cap)}
        opensDialog
        onClick={() => {
          setOpen(true);
        }}
      >
        <Roomy>{capWords(cap)}</Roomy>
        <Tight>{isSet ? capWords(cap) : 'Cap'}</Tight>
      </Button>
      {isOpen && (
        <CapDialog
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}
