import { Dialog } from '#ui/dialog/dialog.tsx';
import { NumberField } from '#ui/fields/number-field.tsx';
import { useSettings, useWorkbench } from '#state/react.tsx';

export function CapDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Spending cap" open width={400} onClose={onClose}>
      <CapFields />
    </Dialog>
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
