import { isJsonObject } from '#core/base/json.ts';
import type { ToolEnvironment } from '#core/design/conversation.ts';
import { NumberField } from '#ui/fields/number-field.tsx';
import { SwitchField } from '#ui/fields/switch-field.tsx';

type TableEnvironment = Extract<ToolEnvironment, { kind: 'deterministic' }>;

interface GroundingFieldsProps {
  readonly environment: TableEnvironment;
  readonly onChange: (environment: TableEnvironment, typing?: string) => void;
}

/** Whether plans are told some lines of the tables, so that conversations ask for what exists. */
export function GroundingFields({ environment, onChange }: GroundingFieldsProps) {
  const { grounding, ...bare } = environment;
  return (
    <>
      <SwitchField
        label="Plans are told some of what the tables know"
        checked={grounding !== undefined}
        onChange={(isOn) =>
          onChange(isOn ? { ...bare, grounding: { sampleSize: 3, tools: allFields(bare) } } : bare)
        }
      />
      {grounding !== undefined && (
        <NumberField
          label="Answers told to a plan"
          labelAt="left"
          value={grounding.sampleSize}
          integer
          min={1}
          max={100}
          onChange={(sampleSize = 1) =>
            onChange(
              { ...environment, grounding: { ...grounding, sampleSize } },
              `${environment.id}.sampleSize`,
            )
          }
        />
      )}
    </>
  );
}

/** Every argument and every field of an answer, by tool. */
function allFields({ tools, lookup }: Omit<TableEnvironment, 'grounding'>) {
  return Object.fromEntries(
    tools.map(({ id }) => {
      const fields = (lookup[id] ?? []).flatMap(({ input, output }) => [
        ...Object.keys(input),
        ...(isJsonObject(output) ? Object.keys(output) : []),
      ]);
      return [id, [...new Set(fields)]];
    }),
  );
}
