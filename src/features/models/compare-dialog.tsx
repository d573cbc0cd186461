import { styled } from '@mui/material/styles';
import Scale from 'lucide-react/icons/scale';
import { useState } from 'react';
import { isVerbatimCall } from '#core/design/verbatim-call.ts';
import { useDesign, useView, useWorkbench } from '#state/react.tsx';
import type { TrialModel } from '#state/model-trials.ts';
import type { OpenDialog } from '#state/view-store.ts';
import { Button } from '#ui/actions/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { NumberField } from '#ui/fields/number-field.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { AddModel } from './add-model.tsx';
import { TrialCard } from './trial-card.tsx';
import { isSame, mostModels, useTrials } from './use-trials.ts';

const Line = styled('div')({ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: 12 });

const Cards = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(240px, 1fr))',
  gap: 12,
  marginTop: 16,
});

const mostRows = 10;

interface CompareDialogProps {
  readonly request: OpenDialog;
  readonly onClose: () => void;
}

/** The same first rows of a call from several models, beside each other, with what each took. */
export function CompareDialog({ request, onClose }: CompareDialogProps) {
  const calls = useDesign((state) =>
    state.design.calls.filter(({ output }) => output.kind !== 'conversation'),
  );
  const [callId, setCallId] = useState(request.callId ?? calls[0]?.id ?? '');
  const [rowCount, setRowCount] = useState(3);
  const call = calls.find(({ id }) => id === callId);
  const trials = useTrials(call, rowCount);
  const choose = useModelChoice(callId);
  const isWaiting = trials.models.some(({ trial }) => trial === 'waiting');
  return (
    <Dialog
      open
      title="Compare models"
      width={960}
      onClose={onClose}
      quietActions={<span>Nothing is written into the rows</span>}
      actions={
        <Button
          size="large"
          tone="ink"
          glyph={Scale}
          disabled={call === undefined || trials.models.length === 0 || isWaiting}
          onClick={() => void trials.ask()}
        >
          Ask {trials.models.length === 1 ? 'this model' : `${trials.models.length} models`}
        </Button>
      }
    >
      {call === undefined ? (
        <EmptyState title="No call to compare">
          Models are compared by what they write for a call. This design has none yet.
        </EmptyState>
      ) : (
        <>
          <Line>
            <SelectField
              label="Call"
              size="large"
              value={callId}
              options={calls.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(id) => {
                setCallId(id);
                trials.forget();
              }}
            />
            {!isVerbatimCall(call) && (
              <NumberField
                label="First rows"
                size="large"
                integer
                min={1}
                max={mostRows}
                value={rowCount}
                onChange={(count) => {
                  setRowCount(count ?? rowCount);
                  trials.forget();
                }}
              />
            )}
            {trials.models.length < mostModels && <AddModel onAdd={trials.add} />}
          </Line>
          <Cards>
            {trials.models.map((model) => (
              <TrialCard
                key={`${model.alias} ${model.model}`}
                model={model}
                isChosen={choose.isChosen(model)}
                onChoose={() => choose.choose(model)}
                onRemove={() => trials.remove(model)}
              />
            ))}
          </Cards>
        </>
      )}
    </Dialog>
  );
}

/** Gives the call a model that was compared; another name goes to its alias, which other calls may use too. */
function useModelChoice(callId: string) {
  const { stores } = useWorkbench();
  const design = useDesign((state) => state.design);
  const { toast } = useView((view) => view.actions);
  const call = design.calls.find(({ id }) => id === callId);
  const own = design.models.find(({ alias }) => alias === call?.model);
  return {
    isChosen: (model: TrialModel) => own !== undefined && isSame(own, model),
    choose({ alias, model }: TrialModel) {
      const { actions, marks } = stores.design.getState();
      const refusals = actions.mark(marks, [
        { kind: 'update-model', alias, change: { model } },
        { kind: 'update-call', callId, change: { model: alias } },
      ]);
      const [refusal] = refusals;
      toast({ text: refusal?.message ?? `${call?.name ?? 'The call'} asks ${model || alias} now` });
    },
  };
}
