import { describe, expect, it } from 'vitest';
import { restoreDesign } from '#core/design/restore.ts';
import { createDataset, type Dataset } from '#core/engine/dataset.ts';
import { changeMarks, noMarks } from '#core/rows/row-marks.ts';

function judgedDataset(): Dataset {
  const restored = restoreDesign({
    version: 1,
    rows: 2,
    models: [{ alias: 'm' }],
    columns: [
      { name: 'text', fill: { kind: 'generated', call: 'write' } },
      { name: 'q', type: 'object', fill: { kind: 'generated', call: 'judge' } },
    ],
    calls: [
      { id: 'write', name: 'write', model: 'm' },
      {
        id: 'judge',
        name: 'judge',
        model: 'm',
        messages: [{ role: 'user', content: '{{ text }}' }],
        output: {
          kind: 'judge',
          scores: [{ name: 's', least: 2, options: [{ value: 1 }, { value: 2 }] }],
        },
      },
    ],
  });
  const created = restored.ok ? createDataset(restored.value.design) : restored;
  if (!created.ok) throw new Error('The design is sound.');
  const dataset = created.value;
  dataset.plan(2);
  for (const row of [0, 1]) {
    dataset.commit('write', [{ row, cells: { text: `Text ${row}` } }]);
    dataset.commit('judge', [{ row, cells: { q: { s: { reasoning: 'So.', score: 1 } } } }]);
  }
  return dataset;
}

const begin = (dataset: Dataset, rows?: readonly number[]) =>
  dataset.judge({ rowCount: 2, rewritten: {}, id: 'round', rows });

describe('rows that score too low', () => {
  it('are begun anew with what was judged and the judge itself', () => {
    const { plan, standing } = begin(judgedDataset());
    expect(standing).toEqual({ passedRows: 0, lowRows: 2, cappedRows: 0, heldRows: 0 });
    expect(plan?.calls.map(({ callId, pending }) => [callId, pending])).toEqual([
      ['write', [0, 1]],
      ['judge', [0, 1]],
    ]);
  });

  it('are left alone where the user has edited or locked the text', () => {
    const dataset = judgedDataset();
    const edited = changeMarks(noMarks, [
      { columnId: 'text', row: 0, mark: { value: 'Mine', isEdited: true } },
    ]);
    dataset.setMarks(edited);
    expect(begin(dataset).plan?.calls[0]?.pending).toEqual([1]);
  });

  it('are only those that a run was for', () => {
    expect(begin(judgedDataset(), [1]).plan?.calls[0]?.pending).toEqual([1]);
  });

  it('are forgotten when another run begins', () => {
    const dataset = judgedDataset();
    begin(dataset);
    const prepare = () =>
      dataset.prepare({ callId: 'write', rows: [0], attempt: 1, corrections: {} }).rows[0];
    expect(prepare()?.corrections).toEqual(['s was scored 1, and 2 is needed: So.']);
    dataset.begin(2);
    expect(prepare()?.corrections).toEqual([]);
  });
});
