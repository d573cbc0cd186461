import Trash2 from 'lucide-react/icons/trash-2';
import type { Call } from '#core/design/design.ts';
import { useWorkbench } from '#state/react.tsx';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { CommittedField } from '#features/designer/shared/committed-field.tsx';
import { Place } from '#features/designer/shared/place.tsx';
import { Line, Spacer } from '#features/designer/shared/layout.ts';
import { useDeletion } from '#features/designer/shared/use-edit.ts';
import { useProblem } from '#features/designer/shared/use-problem.ts';
import { CallForm } from './call-form.tsx';
import { useCallEdit } from './use-call-edit.ts';

export function CallEditor({ call, index }: { readonly call: Call; readonly index: number }) {
  const { stores } = useWorkbench();
  const edit = useCallEdit(call.id);
  const deletion = useDeletion();
  const namePlace = ['calls', index, 'name'];
  const skipPlace = ['calls', index, 'skip'];
  const skipProblem = useProblem(skipPlace);
  const name = (
    <Place path={namePlace}>
      <CommittedField
        label="Name"
        value={call.name}
        onCommit={(text) => {
          const isTaken = stores.design
            .getState()
            .design.calls.some(({ id, name }) => id !== call.id && name === text);
          if (text === '') return 'A call needs a name.';
          if (isTaken) return `There is already a call “${text}”.`;
          edit({ name: text });
          return undefined;
        }}
      />
    </Place>
  );
  return (
    <>
      <CallForm callId={call.id} lead={name} />
      <Place path={skipPlace}>
        <TextField
          label="Not asked for rows where"
          placeholder="an expression, such as size < 33"
          mono
          value={call.skip ?? ''}
          onChange={(text) => edit({ skip: text === '' ? undefined : text }, 'skip')}
          {...skipProblem}
        />
      </Place>
      <Line>
        <Spacer />
        <IconButton
          label={`Delete call ${call.name}`}
          glyph={Trash2}
          size="small"
          onClick={() =>
            deletion({ kind: 'delete-call', callId: call.id }, `Call ${call.name} deleted`)
          }
        />
      </Line>
    </>
  );
}
