import { styled } from '@mui/material/styles';
import Plug from 'lucide-react/icons/plug';
import { useState } from 'react';
import { useDesign, useWorkbench } from '#state/react.tsx';
import type { OpenDialog } from '#state/view-store.ts';
import { Button } from '#ui/actions/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { AliasList } from './alias-list.tsx';
import { ModelForm } from './model-form.tsx';
import { useModelForm } from './use-model-form.ts';

const Panes = styled('div')({
  display: 'grid',
  gridTemplateColumns: '192px minmax(0, 1fr)',
  minHeight: 400,
  '@media (max-width: 599.95px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
});

interface ModelSettingsProps {
  readonly request: OpenDialog;
  readonly onClose: () => void;
}

/** Aliases on the left, one connection on the right, tested with the shape of a real request. */
export function ModelSettings({ request, onClose }: ModelSettingsProps) {
  const { runs, drafts, stores } = useWorkbench();
  const models = useDesign((state) => state.design.models);
  const [alias, setAlias] = useState(request.alias ?? models[0]?.alias ?? 'writer');
  const form = useModelForm(alias, request.draft);
  const usedBy = useDesign((state) =>
    state.design.calls
      .filter((call) => call.model === alias)
      .map((call) => call.name)
      .join(', '),
  );

  async function goOn(then: OpenDialog['then']) {
    if (then === 'draft') await drafts.ask();
    else if (then === 'back-to-draft') drafts.open(stores.drafts.getState().kind);
    else if (then !== undefined) await runs[then]();
  }

  async function save() {
    if (!(await form.save())) return;
    onClose();
    await goOn(request.then);
  }

  return (
    <Dialog
      open
      title="Model settings"
      width={784}
      padded={false}
      onClose={onClose}
      quietActions={usedBy === '' ? undefined : <span>Used by {usedBy}</span>}
      actions={
        <>
          <Button
            size="large"
            glyph={Plug}
            disabled={form.isTesting || form.isSaving}
            onClick={() => void form.test()}
          >
            Test connection
          </Button>
          <Button size="large" tone="ink" disabled={form.isSaving} onClick={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      <Panes>
        <AliasList chosen={alias} onChoose={setAlias} />
        <ModelForm
          key={alias}
          form={form}
          path={['models', models.findIndex((model) => model.alias === alias)]}
          reason={request.alias === alias ? request.reason : undefined}
          isGoodNews={request.isGoodNews === true}
        />
      </Panes>
    </Dialog>
  );
}
