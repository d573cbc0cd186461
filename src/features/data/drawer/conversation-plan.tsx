import { styled } from '@mui/material/styles';
import { isJsonObject, parseJson, type JsonValue } from '#core/base/json.ts';
import { useDesign, useWorkbench } from '#state/react.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { Quiet } from './drawer-frame.tsx';
import type { OpenCell } from './use-open-cell.ts';

const Plan = styled('details')({
  borderRadius: 8,
  padding: '6px 12px',
  boxShadow: `inset 0 0 0 1px ${tokenVar('line')}`,
  '& summary': { cursor: 'pointer', color: tokenVar('ink-2'), fontWeight: 500 },
  '& ol': { margin: '6px 0 4px', paddingLeft: 22, color: tokenVar('ink-2') },
});

/** The plan that a conversation followed, and the tools it could call. */
export function ConversationPlan({ open }: { readonly open: OpenCell }) {
  const { rows } = useWorkbench();
  const { fill } = open.column;
  const planColumn = useDesign(({ design }) => {
    if (fill.kind !== 'generated') return undefined;
    const output = design.calls.find(({ id }) => id === fill.call)?.output;
    return output?.kind === 'conversation' ? output.planColumn : undefined;
  });
  const isConversation = planColumn !== undefined && planColumn !== open.column.id;
  if (!isConversation) return null;
  const plan = rows.cell(open.row, planColumn)?.value;
  const turns = typeof plan === 'string' ? planTurns(plan) : [];
  const tools = toolNames(open.cell?.value);
  return (
    <>
      {turns.length > 0 && (
        <Plan>
          <summary>Plan of {turns.length} messages</summary>
          <ol>
            {turns.map((instruction, index) => (
              <li key={index}>{instruction}</li>
            ))}
          </ol>
        </Plan>
      )}
      {tools.length > 0 && <Quiet>Tools: {tools.join(', ')}</Quiet>}
    </>
  );
}

/** The instructions of a plan as it was answered, a fence around it left out; empty when it cannot be read. */
function planTurns(text: string): readonly string[] {
  const inner = text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
  const parsed = parseJson(inner, { maxDepth: 16 });
  if (!parsed.ok || !isJsonObject(parsed.value) || !Array.isArray(parsed.value.turns)) return [];
  return (parsed.value.turns as readonly JsonValue[]).flatMap((turn) =>
    isJsonObject(turn) && typeof turn.instruction === 'string' ? [turn.instruction] : [],
  );
}

function toolNames(value: JsonValue | undefined): readonly string[] {
  if (!isJsonObject(value) || !Array.isArray(value.tools)) return [];
  return (value.tools as readonly JsonValue[]).flatMap((tool) =>
    isJsonObject(tool) && isJsonObject(tool.function) && typeof tool.function.name === 'string'
      ? [tool.function.name]
      : [],
  );
}
