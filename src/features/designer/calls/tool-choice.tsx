import { useDesign } from '#state/react.tsx';
import type { ConversationOutput } from '#core/design/conversation.ts';
import { Button } from '#ui/actions/button.tsx';
import { CheckboxChip } from '#ui/fields/checkbox-chip.tsx';
import { NumberField } from '#ui/fields/number-field.tsx';
import { Caption, Line, Quiet } from '#features/designer/shared/layout.ts';
import { useAddTools } from '#features/designer/tools/tool-section.tsx';

interface ToolChoiceProps {
  readonly output: ConversationOutput;
  readonly onChange: (change: Partial<ConversationOutput>, typing: string) => void;
}

/** Which tools the assistant may use; all, where the call names none. */
export function ToolChoice({ output, onChange }: ToolChoiceProps) {
  const environments = useDesign(({ design }) => design.environments ?? []);
  const add = useAddTools();
  const usable = environments.filter(({ kind }) => kind !== 'foreign');
  const all = usable.flatMap(({ tools }) => tools);
  const offered = usable
    .filter(({ id }) => output.environments.length === 0 || output.environments.includes(id))
    .flatMap(({ tools }) => tools)
    .filter(({ id }) => output.tools.length === 0 || output.tools.includes(id))
    .map(({ id }) => id);

  if (all.length === 0)
    return (
      <Line style={{ marginLeft: -8 }}>
        <Button tone="ghost" size="small" onClick={() => add('deterministic')}>
          Give the assistant tools
        </Button>
      </Line>
    );

  function toggle(id: string, isOn: boolean) {
    const chosen = all
      .map((tool) => tool.id)
      .filter((tool) => (tool === id ? isOn : offered.includes(tool)));
    // No name at all would mean every tool, so the last one stays.
    if (chosen.length === 0) return;
    const tools = chosen.length === all.length ? [] : chosen;
    onChange({ tools, environments: [] }, `tools.${id}`);
  }

  return (
    <section aria-label="Tools of the assistant">
      <Quiet>Tools of the assistant</Quiet>
      <Line>
        {all.map(({ id, name }) => (
          <CheckboxChip
            key={id}
            label={name}
            checked={offered.includes(id)}
            onChange={(isOn) => toggle(id, isOn)}
          />
        ))}
      </Line>
      <NumberField
        label="Uses before it has to answer"
        labelAt="left"
        value={output.maxToolRounds}
        integer
        min={0}
        max={50}
        onChange={(maxToolRounds = 50) => onChange({ maxToolRounds }, 'maxToolRounds')}
      />
      {offered.length === 1 && all.length > 1 && (
        <Caption>One tool stays: a conversation without names of tools uses them all.</Caption>
      )}
    </section>
  );
}
