import { changeMarks, noMarks, type RowMarks } from '#core/rows/row-marks.ts';
import { describe, expect, it } from 'vitest';
import { checkDesign } from '#core/design/check.ts';
import { designSchema } from '#core/design/design-schema.ts';
import { applyCommands } from '#core/design/edit.ts';
import { planCommands } from '#core/design/plan-commands.ts';
import { createDataset } from '#core/engine/dataset.ts';

const design = designSchema.parse({
  version: 1,
  columns: [
    { id: 'kind', name: 'kind', fill: { kind: 'category', values: [{ value: 'lamp' }] } },
    { id: 'text', name: 'text', fill: { kind: 'generated', call: 'write' } },
  ],
  models: [{ alias: 'writer' }],
  calls: [{ id: 'write', name: 'Write', model: 'writer' }],
});

function planned() {
  const call = design.calls[0];
  const result = call && applyCommands(design, planCommands(design, call));
  if (result?.ok !== true) throw new Error('The plan step was refused.');
  return result.value;
}

describe('the plan step', () => {
  it('leaves a design without errors and happens once', () => {
    const next = planned();
    expect(checkDesign(next).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(
      next.calls.flatMap((call) => (call.id === 'write' ? planCommands(next, call) : [])),
    ).toEqual([]);
  });

  it('writes the briefs first, and gives each row its own as a fact', () => {
    const created = createDataset(planned());
    if (!created.ok) throw new Error('The design is sound.');
    const dataset = created.value;
    const { calls } = dataset.plan(2);
    expect(calls.map(({ callId, dependsOn }) => ({ callId, dependsOn }))).toEqual([
      { callId: 'planner', dependsOn: [] },
      { callId: 'write', dependsOn: ['planner'] },
    ]);
    dataset.commit('planner', [{ row: 0, cells: { plan: 'A lamp that hums at night' } }]);
    const task = dataset.prepare({ callId: 'write', rows: [0], attempt: 1, corrections: {} });
    expect(task.rows[0]?.facts).toEqual({ plan: 'A lamp that hums at night', kind: 'lamp' });
  });

  it('marks what was written from a brief as outdated when the brief or another fact is edited', () => {
    for (const columnId of ['plan', 'kind']) {
      const created = createDataset(planned());
      if (!created.ok) throw new Error('The design is sound.');
      const dataset = created.value;
      dataset.plan(1);
      dataset.commit('planner', [{ row: 0, cells: { plan: 'One' } }]);
      dataset.commit('write', [{ row: 0, cells: { text: 'About one.' } }]);
      dataset.setMarks(edited(columnId, 0, 'Other'));
      expect(dataset.store.state('text', 0)).toBe('outdated');
    }
  });
});

function edited(columnId: string, row: number, value: string): RowMarks {
  return changeMarks(noMarks, [{ columnId, row, mark: { value, isEdited: true } }]);
}
