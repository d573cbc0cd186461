import { changeMarks, noMarks, type RowMarks } from '#core/rows/row-marks.ts';
import { describe, expect, it } from 'vitest';
import type { DatasetDesign } from '#core/design/design.ts';
import { designSchema } from '#core/design/design-schema.ts';
import { foldJournal } from './checkpoint.ts';
import { createDataset, type Dataset } from './dataset.ts';

const design = designSchema.parse({
  version: 1,
  columns: [
    { id: 'name', name: 'name', fill: { kind: 'generated', call: 'a' } },
    { id: 'mood', name: 'mood', fill: { kind: 'generated', call: 'a', values: ['calm', 'loud'] } },
    { id: 'tag', name: 'tag', fill: { kind: 'template', template: '{{ name }}!' } },
    { id: 'text', name: 'text', fill: { kind: 'generated', call: 'b' } },
  ],
  models: [{ alias: 'writer' }],
  calls: [
    { id: 'a', name: 'A', model: 'writer' },
    {
      id: 'b',
      name: 'B',
      model: 'writer',
      messages: [{ role: 'user', content: 'About {{ name }}.' }],
    },
  ],
});

function writtenDataset(of: DatasetDesign = design): Dataset {
  const created = createDataset(of);
  if (!created.ok) throw new Error('The design is sound.');
  const dataset = created.value;
  dataset.plan(3);
  for (const row of [0, 1, 2]) {
    dataset.commit('a', [{ row, cells: { name: `Name ${row}`, mood: 'calm' } }]);
    dataset.commit('b', [{ row, cells: { text: `About ${row}.` } }]);
  }
  return dataset;
}

const oneCell = { id: 'w1', cells: [{ row: 1, columnId: 'name' }] };
const cellsOf = (dataset: Dataset) =>
  [0, 1, 2].map((row) => design.columns.map(({ id }) => dataset.store.cell(id, row)));

/** Asks for the cell again and answers. */
function rewrite(dataset: Dataset, name: string) {
  dataset.begin(3, oneCell);
  dataset.markWaiting('a', [1]);
  const [verdict] = dataset.offer('a', [{ row: 1, values: { name } }]);
  if (verdict?.kind === 'accepted') dataset.commit('a', [verdict]);
  else dataset.fail('a', [1], 'too often the same');
  return verdict;
}

describe('earlierValues', () => {
  it('says what a cell held before it was written again, and nothing of the others', () => {
    const dataset = writtenDataset();
    rewrite(dataset, 'Other');
    expect(dataset.store.value('name', 1)).toBe('Other');
    expect(dataset.earlierValues('name', 1)).toEqual(['Name 1']);
    expect(dataset.earlierValues('name', 0)).toEqual([]);
  });
});

describe('a run for selected cells', () => {
  it('asks for them alone, in one row and one field, and says what they held', () => {
    const dataset = writtenDataset();
    const plan = dataset.begin(3, oneCell);
    expect(plan.calls.map(({ pending, again }) => ({ pending, again }))).toEqual([
      { pending: [1], again: [{ row: 1, columnIds: ['name'] }] },
      { pending: [], again: undefined },
    ]);
    dataset.markWaiting('a', [1]);
    expect(dataset.store.state('name', 1)).toBe('waiting');
    const task = dataset.prepare({ callId: 'a', rows: [1], attempt: 1, corrections: {} });
    expect(task.fields.map(({ name }) => name)).toEqual(['name']);
    expect(task.rows[0]).toMatchObject({
      facts: { mood: 'calm' },
      replaces: { name: ['Name 1'] },
    });
  });

  it('refuses what the cell held before, however it is written', () => {
    const dataset = writtenDataset();
    const verdict = rewrite(dataset, ' NAME  1');
    expect(verdict).toMatchObject({
      kind: 'rejected',
      reasons: ['name: is the same as before, “ NAME  1”. Write another value.'],
    });
  });

  it('refuses each of several earlier values', () => {
    const dataset = writtenDataset();
    rewrite(dataset, 'Second');
    expect(rewrite(dataset, 'Name 1')?.kind).toBe('rejected');
    expect(rewrite(dataset, 'second')?.kind).toBe('rejected');
    expect(rewrite(dataset, 'Third')?.kind).toBe('accepted');
  });

  it('allows the same value where every other was used', () => {
    const dataset = writtenDataset();
    const mood = (id: string, value: string) => {
      dataset.begin(3, { id, cells: [{ row: 0, columnId: 'mood' }] });
      dataset.markWaiting('a', [0]);
      const [verdict] = dataset.offer('a', [{ row: 0, values: { mood: value } }]);
      if (verdict?.kind === 'accepted') dataset.commit('a', [verdict]);
      return verdict?.kind;
    };
    expect([mood('1', 'calm'), mood('2', 'loud'), mood('3', 'calm')]).toEqual([
      'rejected',
      'accepted',
      'accepted',
    ]);
  });

  it('derives what depends on it anew and marks what was written from it as outdated', () => {
    const dataset = writtenDataset();
    rewrite(dataset, 'New');
    expect(dataset.store.cell('name', 1)).toMatchObject({ state: 'done', value: 'New' });
    expect(dataset.store.value('tag', 1)).toBe('New!');
    expect(dataset.store.cell('text', 1)).toMatchObject({ state: 'outdated', value: 'About 1.' });
    expect(dataset.store.value('mood', 1)).toBe('calm');
  });

  it('keeps the earlier value when nothing better came, and after a stop', () => {
    const dataset = writtenDataset();
    const before = cellsOf(dataset);
    rewrite(dataset, 'Name 1');
    expect(cellsOf(dataset)).toEqual(before);
    dataset.begin(3, oneCell);
    dataset.markWaiting('a', [1]);
    dataset.release('a', [1]);
    expect(cellsOf(dataset)).toEqual(before);
  });

  it('never touches what the user has written or locked', () => {
    const dataset = writtenDataset();
    dataset.setMarks(edited('name', 1, 'Mine'));
    expect(dataset.begin(3, oneCell).calls[0]?.pending).toEqual([]);
  });

  it('takes failed cells only where that is wanted, and counts what it leaves open', () => {
    const dataset = writtenDataset();
    dataset.clearGenerated();
    dataset.fail('a', [2], 'no luck');
    const plan = dataset.begin(3, { id: 'f', columns: ['name'], failedOnly: true });
    expect(plan.calls[0]?.pending).toEqual([2]);
    expect(plan.outside).toEqual({ open: 2, failed: 0 });
  });

  it('ends with the next run', () => {
    const dataset = writtenDataset();
    dataset.begin(3, oneCell);
    expect(dataset.begin(4).calls[0]?.pending).toEqual([3]);
  });
});

describe('undoRewrite', () => {
  it('brings every cell back as it was and tells what the journal needs', () => {
    const dataset = writtenDataset();
    const before = cellsOf(dataset);
    rewrite(dataset, 'New');
    expect(dataset.undoRewrite('w1')).toEqual({
      a: [{ row: 1, cells: { name: 'Name 1' }, madeBy: undefined }],
      b: [{ row: 1, cells: { text: 'About 1.' }, madeBy: undefined }],
    });
    expect(cellsOf(dataset)).toEqual(before);
    expect(dataset.undoRewrite('w1')).toEqual({ a: [], b: [] });
  });

  it('tells the journal that a cell had failed, so that a reload shows it failed again', () => {
    const dataset = writtenDataset();
    dataset.clearGenerated();
    dataset.fail('a', [1], 'no luck');
    dataset.begin(3, { id: 'f', columns: ['name'], failedOnly: true });
    dataset.markWaiting('a', [1]);
    dataset.commit('a', [{ row: 1, cells: { name: 'New' } }]);
    const rows = dataset.undoRewrite('f');
    expect(rows.a).toEqual([
      { row: 1, cells: {}, emptied: { columnIds: ['name'], reason: 'no luck' }, madeBy: undefined },
    ]);
    expect(dataset.store.cell('name', 1)).toMatchObject({ state: 'failed', reason: 'no luck' });
    const slice = { row: 1, cells: { name: 'New' } };
    const folded = foldJournal([
      { kind: 'fail', callId: 'a', rows: [1], reason: 'no luck' },
      { kind: 'slice', requestId: 'r', callId: 'a', rows: [slice] },
      { kind: 'put-back', callId: 'a', rows: rows.a },
    ]);
    expect(folded.rows.a).toEqual([]);
    expect(folded.failed).toEqual([{ callId: 'a', row: 1, reason: 'no luck' }]);
    expect(folded.skippedRecords).toBe(0);
  });

  it('leaves alone what the user changed since', () => {
    const dataset = writtenDataset();
    rewrite(dataset, 'New');
    dataset.setMarks(edited('name', 1, 'Mine'));
    dataset.undoRewrite('w1');
    expect(dataset.store.cell('name', 1)).toMatchObject({ state: 'edited', value: 'Mine' });
  });
});

describe('restoreOutdated', () => {
  it.each(['name', 'tag', 'mood'])(
    'finds out of date after a reload what was so before, where the text is written from %s',
    (input) => {
      const content = `About {{ ${input} }}.`;
      const calls = design.calls.map((call) =>
        call.id === 'b' ? { ...call, messages: [{ role: 'user' as const, content }] } : call,
      );
      const live = writtenDataset({ ...design, calls });
      rewrite(live, 'New');
      const reloaded = writtenDataset({ ...design, calls });
      reloaded.restoreAccepted('a', [{ row: 1, cells: { name: 'New' } }]);
      reloaded.restoreOutdated([{ row: 1, columnId: 'text', before: { name: 'Name 1' } }]);
      expect(live.store.state('text', 1)).toBe(input === 'mood' ? 'done' : 'outdated');
      expect(cellsOf(reloaded)).toEqual(cellsOf(live));
    },
  );

  it('leaves out what the design or the dataset does not have', () => {
    const dataset = writtenDataset();
    const before = cellsOf(dataset);
    dataset.restoreOutdated([
      { row: 9, columnId: 'text', before: { name: 'Old' } },
      { row: 1, columnId: 'gone', before: { name: 'Old' } },
      { row: 1, columnId: 'text', before: { gone: 'Old', tag: 'Old' } },
    ]);
    expect(cellsOf(dataset)).toEqual(before);
  });
});

function edited(columnId: string, row: number, value: string): RowMarks {
  return changeMarks(noMarks, [{ columnId, row, mark: { value, isEdited: true } }]);
}
