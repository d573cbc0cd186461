import { styled } from '@mui/material/styles';
import FileDown from 'lucide-react/icons/file-down';
import { Button } from '#ui/actions/button.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { useDesign, useView, useWorkbench } from '#state/react.tsx';

const Bar = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 38,
  '@media (max-width: 599.95px)': { flexWrap: 'wrap', padding: '6px 0' },
});

/** Stands for every call; no id is empty. */
const everyCall = '(every)';

/** Beside the tabs while requests are shown: which call's, and what is still to be asked for as a file. */
export function RequestsHead() {
  const { runs } = useWorkbench();
  const calls = useDesign(({ design }) => design.calls);
  const shown = useView((view) => view.requestCall);
  const actions = useView((view) => view.actions);
  if (calls.length === 0) return null;
  return (
    <Bar>
      {calls.length > 1 && (
        <SelectField
          label="Requests of"
          labelAt="left"
          value={shown ?? everyCall}
          options={[
            { value: everyCall, label: 'Every call' },
            ...calls.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(choice) =>
            actions.set({ requestCall: choice === everyCall ? undefined : choice })
          }
        />
      )}
      <Button tone="ghost" glyph={FileDown} onClick={() => void runs.saveBatchFile()}>
        Save as batch file
      </Button>
    </Bar>
  );
}
