import { useState } from 'react';
import { createCall, typeFilledBy, type CallKind } from '#core/design/create-call.ts';
import { useDesign, useWorkbench } from '#state/react.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { CallForm } from '#features/designer/calls/call-form.tsx';
import { callKinds } from '#features/designer/calls/call-kinds.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useEditAll } from '#features/designer/shared/use-edit.ts';
import { useProblem } from '#features/designer/shared/use-problem.ts';
import { withoutUndefined } from '#features/designer/shared/without-undefined.ts';
import { CodeFields } from './code-fields.tsx';
import type { FillEditorProps } from './fill-editor-props.ts';
import { useSetFill } from './use-set-fill.ts';

export function GeneratedEditor({ column, fill, path }: FillEditorProps<'generated'>) {
  const { stores } = useWorkbench();
  const editAll = useEditAll();
  const calls = useDesign((state) => state.design.calls);
  const callPlace = [...path, 'call'];
  const problem = useProblem(callPlace);
  const call = calls.find(({ id }) => id === fill.call);
  const isJudge = call?.output.kind === 'judge';

  function handleCall(choice: string) {
    const { design } = stores.design.getState();
    const kind = callKinds.find((entry) => newCallOf(entry.kind) === choice)?.kind;
    const created = kind && createCall(design, kind);
    const change = {
      fill: { ...fill, call: created?.callId ?? choice },
      ...(kind && { type: typeFilledBy(kind, column.type) }),
    };
    editAll([...(created?.commands ?? []), { kind: 'update-column', columnId: column.id, change }]);
  }

  const select = (
    <Place path={callPlace}>
      <SelectField
        label="Call"
        value={fill.call}
        placeholder="none"
        options={[
          ...calls.map(({ id, name }) => ({ value: id, label: name })),
          ...callKinds.map(({ kind, label, about }) => ({
            value: newCallOf(kind),
            label,
            secondary: about,
            group: 'New call',
          })),
        ]}
        onChange={handleCall}
        {...problem}
      />
    </Place>
  );
  return (
    <>
      {call !== undefined ? <CallForm callId={fill.call} lead={select} /> : select}
      {column.type === 'text' && <CodeFields column={column} fill={fill} path={path} />}
      {fill.code === undefined && !isJudge && (
        <AllowedValues column={column} fill={fill} path={path} />
      )}
      {column.type === 'text' && <Repeats column={column} fill={fill} path={path} />}
    </>
  );
}

const usual = 'usual';

const repeatOptions = [
  { value: usual, label: 'Long texts differ', secondary: 'short ones may repeat' },
  { value: 'similar', label: 'Never alike', secondary: 'short texts too' },
  { value: 'same', label: 'Never the same', secondary: 'but for case, signs and digits' },
  { value: 'allow', label: 'May repeat' },
] as const;

/** What of this column is asked for again because another row has it, or nearly. */
function Repeats({ column, fill, path }: FillEditorProps<'generated'>) {
  const setFill = useSetFill(column.id);
  return (
    <Place path={[...path, 'repeats']}>
      <SelectField
        label="Repeats"
        labelAt="left"
        value={fill.repeats ?? usual}
        options={repeatOptions}
        onChange={(choice) =>
          setFill(withoutUndefined({ ...fill, repeats: choice === usual ? undefined : choice }))
        }
      />
    </Place>
  );
}

/** No call has such an id: ids hold letters, digits, `_` and `-`. */
function newCallOf(kind: CallKind): string {
  return `(${kind})`;
}

/** The list is read when the field is left, so that a line can be typed in peace. */
function AllowedValues({ column, fill, path }: FillEditorProps<'generated'>) {
  const setFill = useSetFill(column.id);
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const place = [...path, 'values'];
  const problem = useProblem(place);

  function commit() {
    if (draft === undefined) return;
    const values = [...new Set(draft.split('\n').map((line) => line.trim()))].filter(Boolean);
    setFill(withoutUndefined({ ...fill, values: values.length === 0 ? undefined : values }));
    setDraft(undefined);
  }

  return (
    <Place path={place}>
      <TextArea
        label="Allowed values"
        placeholder="any; otherwise one per line"
        minRows={1}
        maxRows={6}
        value={draft ?? (fill.values ?? []).join('\n')}
        onChange={setDraft}
        onBlur={commit}
        {...problem}
      />
    </Place>
  );
}
