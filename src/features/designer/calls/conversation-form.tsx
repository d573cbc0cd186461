import type { JsonPath } from '#core/base/diagnostic.ts';
import type { ConversationOutput } from '#core/design/conversation.ts';
import type { Call } from '#core/design/design.ts';
import { useDesign } from '#state/react.tsx';
import { NumberField } from '#ui/fields/number-field.tsx';
import { Caption, FieldRow } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useProblem } from '#features/designer/shared/use-problem.ts';
import { TemplateField } from '#features/designer/templates/template-field.tsx';
import { useReferenceOptions } from '#features/designer/templates/use-reference-options.ts';
import { PlanColumn } from './plan-column.tsx';
import { ToolChoice } from './tool-choice.tsx';
import { useCallEdit } from './use-call-edit.ts';

interface ConversationFormProps {
  readonly call: Call;
  readonly output: ConversationOutput;
  /** Place of the output. */
  readonly path: JsonPath;
}

/** Who speaks, how long, after which plan and with which tools. */
export function ConversationForm({ call, output, path }: ConversationFormProps) {
  const edit = useCallEdit(call.id);
  const change = (next: Partial<ConversationOutput>, typing: string): void => {
    edit({ output: { ...output, ...next } }, typing);
  };
  const { minRounds, maxRounds, personas } = output;
  const text = (key: 'planner' | 'systemPrompt', value: string): void =>
    change({ [key]: value === '' ? undefined : value }, key);
  return (
    <>
      <FieldRow>
        <NumberField
          label="Rounds, at least"
          value={minRounds}
          integer
          min={1}
          max={100}
          onChange={(least = 1) =>
            change({ minRounds: least, maxRounds: Math.max(least, maxRounds) }, 'minRounds')
          }
        />
        <NumberField
          label="At most"
          value={maxRounds}
          integer
          min={minRounds}
          max={100}
          onChange={(most = minRounds) => change({ maxRounds: most }, 'maxRounds')}
        />
      </FieldRow>
      <Caption>
        {`A round is a question and its answer: ${2 * minRounds} to ${2 * maxRounds} messages.`}
      </Caption>
      <PersonaField
        call={call}
        label="The user is"
        path={[...path, 'personas', 'user']}
        value={personas.user}
        onChange={(user) => change({ personas: { ...personas, user } }, 'personas.user')}
      />
      <PersonaField
        call={call}
        label="The assistant is"
        path={[...path, 'personas', 'assistant']}
        value={personas.assistant}
        onChange={(assistant) =>
          change({ personas: { ...personas, assistant } }, 'personas.assistant')
        }
      />
      <PersonaField
        call={call}
        label="What the plan keeps in mind"
        path={[...path, 'planner']}
        value={output.planner ?? ''}
        onChange={(value) => text('planner', value)}
      />
      <PersonaField
        call={call}
        label="System message of the finished conversation"
        path={[...path, 'systemPrompt']}
        value={output.systemPrompt ?? ''}
        onChange={(value) => text('systemPrompt', value)}
      />
      <PlanColumn call={call} output={output} />
      <ToolChoice output={output} onChange={change} />
    </>
  );
}

interface PersonaFieldProps {
  readonly call: Call;
  readonly label: string;
  readonly path: JsonPath;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

function PersonaField({ call, label, path, value, onChange }: PersonaFieldProps) {
  const filledIds = useDesign(({ design }) =>
    design.columns
      .filter(({ fill }) => fill.kind === 'generated' && fill.call === call.id)
      .map(({ id }) => id),
  );
  const options = useReferenceOptions(filledIds);
  const problem = useProblem(path);
  return (
    <Place path={path}>
      <TemplateField
        label={label}
        value={value}
        options={options}
        onChange={onChange}
        {...problem}
      />
    </Place>
  );
}
