import { useState } from 'react';
import { Button } from '#ui/actions/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { NumberField } from '#ui/fields/number-field.tsx';
import { useSettings, useWorkbench } from '#state/react.tsx';
import { capWords } from './run-words.ts';

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
      <Dialog
        title="Spending cap"
        open={isOpen}
        width={400}
        onClose={() => {
          setOpen(false);
        }}
      >
        <CapFields />
      </Dialog>
    </>
  );
}

function CapFields() {
  const { stores } = useWorkbench();
  const cap = useSettings((state) => state.spendCap);
  const change = (next: Partial<typeof cap>): void => {
    stores.settings.getState().actions.update({ spendCap: { ...cap, ...next } });
  };
  return (
    <div style={{ display: 'grid', gap: 16 }}>
      <NumberField
        label="Dollars per run"
        size="large"
        optional
        min={0}
        prefix="$"
        placeholder="no cap"
        hint="Holds for models whose price is known."
        value={cap.costUsd}
        onChange={(costUsd) => {
          change({ costUsd });
        }}
      />
      <NumberField
        label="Tokens per run"
        size="large"
        integer
        optional
        min={0}
        placeholder="no cap"
        hint="Prompts and answers together."
        value={cap.tokens}
        onChange={(tokens) => {
          change({ tokens });
        }}
      />
    </div>
  );
}
