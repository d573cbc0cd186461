import { useState } from 'react';
import { Button } from '#ui/actions/button.tsx';
import { lazyPart } from '#ui/layout/lazy-part.tsx';
import { useSettings } from '#state/react.tsx';
import { capWords } from './run-words.ts';

const CapDialog = lazyPart(async () => (await import('./cap-dialog.tsx')).CapDialog);

/** The most a run may spend, small in the bar and set in place: it holds for every design on this device. */
export function CapButton() {
  const cap = useSettings((state) => state.spendCap);
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
        {capWords(cap)}
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
