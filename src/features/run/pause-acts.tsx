import { useState } from 'react';
import type { ErrorReport } from '#core/base/error-report.ts';
import { Button } from '#ui/actions/button.tsx';
import { lazyPart } from '#ui/layout/lazy-part.tsx';
import { connectionOf, usedAliases } from '#state/connections.ts';
import { useWorkbench } from '#state/react.tsx';
import { mendLabels, mendOf } from './pause-words.ts';

const CapDialog = lazyPart(async () => (await import('./cap-dialog.tsx')).CapDialog);

interface PauseActsProps {
  readonly problem: ErrorReport;
  /** No row has been written yet: the demo model would mix its rows with nobody's. */
  readonly isUntouched: boolean;
  readonly onMended: () => void;
}

/** The one act that mends it in ink, a quieter way beside it. */
export function PauseActs({ problem, isUntouched, onMended }: PauseActsProps) {
  const { stores } = useWorkbench();
  const { openDialog } = stores.view.getState().actions;
  const mend = mendOf(problem);
  if (mend === undefined) return null;
  if (mend === 'cap') return <CapAct onMended={onMended} />;
  if (mend === 'space')
    return (
      <>
        <Button tone="ink" onClick={() => openDialog({ kind: 'export' })}>
          Download rows
        </Button>
        <Button tone="ghost" onClick={() => openDialog({ kind: 'storage' })}>
          Free space
        </Button>
      </>
    );
  return (
    <>
      <SettingsAct problem={problem} label={mendLabels[mend]} />
      {isUntouched && <DemoAct problem={problem} />}
    </>
  );
}

/** Model settings with the reason in them, and from there on with the run. */
function SettingsAct({
  problem,
  label,
}: {
  readonly problem: ErrorReport;
  readonly label: string;
}) {
  const { stores } = useWorkbench();
  const askedAlias = useAskedAlias(problem);

  function open() {
    const alias = askedAlias();
    stores.view.getState().actions.openDialog({
      kind: 'models',
      then: 'resume',
      reason: problem.message,
      ...(alias === undefined ? {} : { alias }),
    });
  }

  return (
    <Button tone="ink" onClick={open}>
      {label}
    </Button>
  );
}

/** The stand-in takes the place of the model that cannot be asked, and the run goes on with it. */
function DemoAct({ problem }: { readonly problem: ErrorReport }) {
  const { stores, runs } = useWorkbench();
  const askedAlias = useAskedAlias(problem);

  function change() {
    const alias = askedAlias();
    if (alias === undefined) return;
    const { actions } = stores.design.getState();
    const demo = { provider: 'demo', model: '', endpoint: undefined };
    actions.apply({ kind: 'update-model', alias, change: demo });
    void runs.resume();
  }

  return (
    <Button tone="ghost" description="Free, without a key; its rows are marked" onClick={change}>
      Use the demo model
    </Button>
  );
}

/** The alias of the endpoint that the problem is with; the first one where it names none. */
function useAskedAlias({ host }: ErrorReport): () => string | undefined {
  const { stores } = useWorkbench();
  return () => {
    const settings = stores.settings.getState();
    const used = usedAliases(stores.design.getState().design);
    const asked = used.find((alias) => {
      const { baseUrl } = connectionOf(alias, settings);
      return URL.canParse(baseUrl) && new URL(baseUrl).host === host;
    });
    return (asked ?? used[0])?.alias;
  };
}

/** A cap that was changed is mended as far as anybody can tell; Resume spends, not the dialog. */
function CapAct({ onMended }: { readonly onMended: () => void }) {
  const { stores } = useWorkbench();
  const [before, setBefore] = useState<object>();
  return (
    <>
      <Button tone="ink" onClick={() => setBefore(stores.settings.getState().spendCap)}>
        {mendLabels.cap}
      </Button>
      {before !== undefined && (
        <CapDialog
          onClose={() => {
            setBefore(undefined);
            if (stores.settings.getState().spendCap !== before) onMended();
          }}
        />
      )}
    </>
  );
}
