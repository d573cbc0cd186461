/** The plan step of a call: a column of one-line briefs that is written first, by a call of its own. */
import { uniqueName } from './column-names.ts';
import type { DesignCommand } from './command.ts';
import type { Call, DatasetDesign } from './design.ts';

/** Briefs are short, so that many fit into one request and a model sees its own. */
const briefsPerRequest = 40;

/**
 * Adds a generated column of briefs, left out of exports and editable like any other, the call that writes it, and the
 * reference that makes `call` read it as a fact of each row. Empty for a call that has a plan.
 */
export function planCommands(design: DatasetDesign, call: Call): readonly DesignCommand[] {
  if (call.plan !== undefined) return [];
  const columnIds = new Set(design.columns.map(({ id }) => id));
  const names = new Set(design.columns.map(({ name }) => name));
  const columnId = uniqueName('plan', columnIds);
  const callId = uniqueName('planner', new Set(design.calls.map(({ id }) => id)));
  return [
    {
      kind: 'add-call',
      call: {
        id: callId,
        name: uniqueName('planner', new Set(design.calls.map(({ name }) => name))),
        model: call.model,
        rowsPerRequest: briefsPerRequest,
        messages: [],
        examples: [],
        output: { kind: 'fields' },
      },
    },
    {
      kind: 'add-column',
      index: 0,
      column: {
        id: columnId,
        name: uniqueName('plan', names),
        description:
          'What this row is to be about, in one line of at most 15 words: a situation, an angle, a detail. No two rows share their idea.',
        type: 'text',
        nullRate: 0,
        drop: true,
        fill: { kind: 'generated', call: callId, repeats: 'similar' },
      },
    },
    { kind: 'update-call', callId: call.id, change: { plan: columnId } },
  ];
}
