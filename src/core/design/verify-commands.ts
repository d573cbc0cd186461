/** Begins and ends the verification of a call, with the column that keeps what was read back. */
import { uniqueName } from './column-names.ts';
import type { DesignCommand } from './command.ts';
import type { Call, DatasetDesign } from './design.ts';
import { fillGroup } from './fill-group.ts';

/** Reads the first text of the call back into every source and derived column, or into all that is known. Empty where there is no text or nothing to find. */
export function verifyCommands(design: DatasetDesign, call: Call): readonly DesignCommand[] {
  const own = design.columns.filter(
    ({ fill }) => fill.kind === 'generated' && fill.call === call.id,
  );
  const text = own.findLast(({ type }) => type === 'text');
  const known = design.columns.filter(
    ({ fill, drop }) => fillGroup(fill.kind) !== 'generated' && !drop,
  );
  const given = known.filter(({ fill }) => fillGroup(fill.kind) !== 'sampled');
  const fields = (given.length > 0 ? given : known).map(({ id }) => id);
  if (text === undefined || fields.length === 0) return [];
  const taken = new Set(design.columns.flatMap(({ id, name }) => [id, name]));
  const report = uniqueName(`${text.name}_check`, taken);
  return [
    {
      kind: 'add-column',
      column: {
        id: report,
        name: report,
        description: 'What was read back out of the text.',
        type: 'object',
        fill: { kind: 'generated', call: call.id },
        nullRate: 0,
        drop: true,
      },
    },
    {
      kind: 'update-call',
      callId: call.id,
      change: {
        verify: {
          text: text.id,
          fields,
          report,
          method: 'extract',
          least: 1,
          refuseInvented: true,
        },
      },
    },
  ];
}

export function unverifyCommands(call: Call): readonly DesignCommand[] {
  const { verify } = call;
  if (verify === undefined) return [];
  return [
    { kind: 'update-call', callId: call.id, change: { verify: undefined } },
    { kind: 'delete-column', columnId: verify.report },
  ];
}
