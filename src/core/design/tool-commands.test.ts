import { describe, expect, it } from 'vitest';
import { createCallWithColumn } from './create-call.ts';
import { checkDesign } from './check.ts';
import type { DesignCommand } from './command.ts';
import type { ConversationOutput } from './conversation.ts';
import { createDesign } from './defaults.ts';
import type { DatasetDesign } from './design.ts';
import { applyCommands } from './edit.ts';
import { restoreDesign } from './restore.ts';
import {
  addEnvironment,
  addTool,
  deleteEnvironment,
  deleteTool,
  renameEnvironment,
  renameTool,
} from './tool-commands.ts';

function apply(design: DatasetDesign, commands: readonly DesignCommand[]): DatasetDesign {
  const result = applyCommands(design, commands);
  if (!result.ok) throw new Error(result.error[0]?.message);
  return result.value;
}

/** A conversation that names the only tool of one environment. */
function start(): DatasetDesign {
  const empty = createDesign({});
  const talk = apply(empty, createCallWithColumn(empty, 'conversation').commands);
  const design = apply(talk, addEnvironment(talk, 'deterministic').commands);
  const [call] = design.calls;
  const change = { output: { ...outputOf(design), tools: ['look_up'], environments: ['tables'] } };
  return apply(design, [{ kind: 'update-call', callId: call?.id ?? '', change }]);
}

function outputOf({ calls }: DatasetDesign): ConversationOutput {
  const output = calls[0]?.output;
  if (output?.kind !== 'conversation') throw new Error('There is no conversation.');
  return output;
}

function environmentOf({ environments = [] }: DatasetDesign) {
  const [environment] = environments;
  if (environment === undefined) throw new Error('There is no environment.');
  return environment;
}

describe('tools', () => {
  it('are usable as they are made, in both kinds, and survive being stored', () => {
    const design = apply(start(), addEnvironment(start(), 'synthetic').commands);
    expect(checkDesign(design)).toEqual([]);
    expect(design.environments?.map(({ id }) => id)).toEqual(['tables', 'played_tools']);
    const restored = restoreDesign(design);
    expect(restored.ok && restored.value.design).toEqual(design);
  });

  it('keep their answers and their users when they are renamed', () => {
    const design = start();
    const names = { from: 'look_up', to: 'find' };
    const renamed = apply(design, renameTool(design, environmentOf(design), names));
    expect(environmentOf(renamed)).toMatchObject({
      tools: [{ id: 'find', name: 'find' }],
      lookup: { find: [{ input: {} }] },
    });
    expect(outputOf(renamed).tools).toEqual(['find']);
    expect(checkDesign(renamed)).toEqual([]);
  });

  it('are followed by conversations when their group is renamed or deleted', () => {
    const design = start();
    const renamed = apply(design, renameEnvironment(design, 'tables', 'shop'));
    expect(outputOf(renamed).environments).toEqual(['shop']);
    const deleted = apply(renamed, deleteEnvironment(renamed, 'shop'));
    expect(deleted.environments).toBeUndefined();
    expect(outputOf(deleted)).toMatchObject({ environments: [], tools: [] });
    expect(checkDesign(deleted)).toEqual([]);
  });

  it('leave nothing behind when they are deleted', () => {
    const design = start();
    const two = apply(design, addTool(design, environmentOf(design)));
    const one = apply(two, deleteTool(two, environmentOf(two), 'look_up'));
    expect(environmentOf(one)).toMatchObject({ tools: [{ id: 'look_up_2' }] });
    expect(Object.keys((environmentOf(one) as { lookup: object }).lookup)).toEqual(['look_up_2']);
    expect(outputOf(one).tools).toEqual([]);
  });
});
