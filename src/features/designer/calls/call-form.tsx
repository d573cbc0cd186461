import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import type { JsonPath } from '#core/base/diagnostic.ts';
import { limits } from '#core/base/limits.ts';
import { callKindCommands } from '#core/design/create-call.ts';
import type { Call } from '#core/design/design.ts';
import { isVerbatimCall } from '#core/design/verbatim-call.ts';
import { columnReferences } from '#core/design/references.ts';
import { deliveryOptions, unsaid } from '#state/delivery-words.ts';
import { useDesign, useWorkbench } from '#state/react.tsx';
import { NumberField } from '#ui/fields/number-field.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { ColumnChip } from '#ui/marks/column-chip.tsx';
import { FieldRow, Line, Quiet } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useEditAll } from '#features/designer/shared/use-edit.ts';
import { useProblem } from '#features/designer/shared/use-problem.ts';
import { callKinds } from './call-kinds.ts';
import { ConversationForm } from './conversation-form.tsx';
import { ExampleList } from './example-list.tsx';
import { ImproveLine } from './improve-line.tsx';
import { JudgeForm } from './judge-form.tsx';
import { MessageList } from './message-list.tsx';
import { PlanLine, PlanOffer } from './plan-line.tsx';
import { PromptPreview } from './prompt-preview.tsx';
import { VerifyLine, VerifyOffer } from './verify-line.tsx';
import { useCallEdit } from './use-call-edit.ts';

const Offers = styled(Line)({ marginLeft: -8, '&:empty': { display: 'none' } });

interface CallFormProps {
  readonly callId: string;
  /** The first field of the first line: what chooses or names the call. */
  readonly lead: ReactNode;
}

/** One kind of request: who is asked, for how many rows at once, and in which words. */
export function CallForm({ callId, lead }: CallFormProps) {
  const call = useDesign((state) => state.design.calls.find(({ id }) => id === callId));
  const index = useDesign((state) => state.design.calls.findIndex(({ id }) => id === callId));
  if (call === undefined) return <>{lead}</>;
  const path: JsonPath = ['calls', index];
  return (
    <>
      <FieldRow>
        {lead}
        <ModelField call={call} path={path} />
        {call.output.kind !== 'conversation' && <RowsField call={call} path={path} />}
      </FieldRow>
      <KindField call={call} path={path} />
      <FillsAndReads call={call} />
      {call.output.kind !== 'conversation' && <Steps call={call} path={path} />}
      {call.output.kind === 'conversation' ? (
        <ConversationForm call={call} output={call.output} path={[...path, 'output']} />
      ) : (
        <MessageList call={call} path={path} />
      )}
      <ImproveLine call={call} />
      {call.output.kind === 'judge' && (
        <JudgeForm call={call} output={call.output} path={[...path, 'output']} />
      )}
      {!isVerbatimCall(call) && <DeliveryField call={call} path={path} />}
      {!isVerbatimCall(call) && call.output.kind !== 'judge' && (
        <ExampleList call={call} path={[...path, 'examples']} />
      )}
      <PromptPreview call={call} />
    </>
  );
}

/** What may happen before and after a request. */
function Steps({ call, path }: CallPartProps) {
  const hasPlan = call.output.kind === 'fields';
  return (
    <>
      <Offers>
        {hasPlan && <PlanOffer call={call} />}
        <VerifyOffer call={call} />
      </Offers>
      {hasPlan && <PlanLine call={call} />}
      <VerifyLine call={call} path={[...path, 'verify']} />
    </>
  );
}

interface CallPartProps {
  readonly call: Call;
  readonly path: JsonPath;
}

function ModelField({ call, path }: CallPartProps) {
  const edit = useCallEdit(call.id);
  const models = useDesign((state) => state.design.models);
  const place = [...path, 'model'];
  const problem = useProblem(place);
  return (
    <Place path={place}>
      <SelectField
        label="Model"
        value={call.model}
        placeholder={call.model}
        options={models.map(({ alias }) => ({ value: alias, label: alias }))}
        onChange={(model) => edit({ model })}
        {...problem}
      />
    </Place>
  );
}

/** Another kind of call; the columns it fills take the type that it writes. */
function KindField({ call, path }: CallPartProps) {
  const { stores } = useWorkbench();
  const editAll = useEditAll();
  return (
    <Place path={[...path, 'output']}>
      <SelectField
        label="Asks for"
        labelAt="left"
        value={call.output.kind}
        options={callKinds.map(({ kind, label, about }) => ({
          value: kind,
          label,
          secondary: about,
        }))}
        onChange={(kind) => editAll(callKindCommands(stores.design.getState().design, call, kind))}
      />
    </Place>
  );
}

function RowsField({ call, path }: CallPartProps) {
  const edit = useCallEdit(call.id);
  const place = [...path, 'rowsPerRequest'];
  const problem = useProblem(place);
  return (
    <Place path={place}>
      <NumberField
        label="Rows per request"
        value={call.rowsPerRequest}
        integer
        min={1}
        max={limits.rowsPerRequest}
        onChange={(rowsPerRequest = 1) => edit({ rowsPerRequest }, 'rowsPerRequest')}
        {...problem}
      />
    </Place>
  );
}

function DeliveryField({ call, path }: CallPartProps) {
  const edit = useCallEdit(call.id);
  return (
    <Place path={[...path, 'delivery']}>
      <SelectField
        label="Delivery"
        labelAt="left"
        value={call.delivery ?? unsaid}
        options={deliveryOptions('As the model')}
        onChange={(choice) => edit({ delivery: choice === unsaid ? undefined : choice })}
      />
    </Place>
  );
}

function FillsAndReads({ call }: { readonly call: Call }) {
  const design = useDesign((state) => state.design);
  const fills = design.columns.filter(
    ({ fill }) => fill.kind === 'generated' && fill.call === call.id,
  );
  const readIds = new Set(
    columnReferences(design)
      .filter(({ from }) => from.kind === 'call' && from.id === call.id)
      .map(({ columnId }) => columnId),
  );
  const reads = design.columns.filter(({ id }) => readIds.has(id));
  return (
    <Line style={{ minHeight: 24 }}>
      <Quiet>fills</Quiet>
      {fills.length === 0 && <Quiet>no column yet</Quiet>}
      {fills.map(({ id, name, fill }) => (
        <ColumnChip key={id} name={name} fillKind={fill.kind} withGlyph />
      ))}
      {reads.length > 0 && <Quiet>reads</Quiet>}
      {reads.map(({ id, name, fill }) => (
        <ColumnChip key={id} name={name} fillKind={fill.kind} withGlyph />
      ))}
    </Line>
  );
}
