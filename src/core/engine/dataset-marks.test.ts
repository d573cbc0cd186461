import { describe, expect, it } from 'vitest';
import { changeMarks, excludeRows, noMarks } from '#core/rows/row-marks.ts';
import { ask, edits, give, written } from './testing/tv-dataset.ts';

describe('setMarks', () => {
  it('derives again and marks what a model wrote from the old value', () => {
    const dataset = written(1);
    const size = dataset.store.value('c_size', 0);
    dataset.setMarks(edits([0, 'c_size', 50]));
    expect(dataset.store.value('c_price', 0)).toBe(
      dataset.store.value('c_type', 0) === 'QLED' ? 1000 : 500,
    );
    expect(dataset.store.state('c_size', 0)).toBe('edited');
    const cell = dataset.store.cell('c_model', 0);
    expect(cell.state).toBe('outdated');
    expect(cell.reason).toContain(`size ${JSON.stringify(size)}`);
  });

  it('brings everything back when the marks go', () => {
    const dataset = written(2);
    const cells = () =>
      ['c_size', 'c_price', 'c_model', 'c_stars'].map((id) => dataset.store.cell(id, 0));
    const before = cells();
    dataset.setMarks(edits([0, 'c_size', 50], [0, 'c_price', 7], [0, 'c_model', 'Mine']));
    expect(cells()).not.toEqual(before);
    dataset.setMarks(noMarks);
    expect(cells()).toEqual(before);
  });

  it('works a derived cell out anew when its edit goes after that of its input came', () => {
    const dataset = written(1);
    dataset.setMarks(edits([0, 'c_price', 7]));
    dataset.setMarks(edits([0, 'c_price', 7], [0, 'c_size', 50]));
    expect(dataset.store.value('c_price', 0)).toBe(7);
    dataset.setMarks(edits([0, 'c_size', 50]));
    expect([500, 1000]).toContain(dataset.store.value('c_price', 0));
  });

  it('moves the reservation of a unique value', () => {
    const dataset = written(2);
    dataset.plan(3);
    dataset.setMarks(edits([0, 'c_model', 'Renamed']));
    expect(give(dataset, 2, 'Model 0')?.kind).toBe('accepted');
  });

  it('reports a clash that the user makes', () => {
    const dataset = written(2);
    dataset.setMarks(edits([1, 'c_model', 'model 0']));
    expect(dataset.checkRow(1)).toMatchObject([{ constraintId: 'k_unique' }]);
  });

  it('keeps a locked cell when a model writes its row again', () => {
    const dataset = written(1);
    const mark = { value: 'Model 0', isLocked: true } as const;
    dataset.setMarks(changeMarks(noMarks, [{ columnId: 'c_model', row: 0, mark }]));
    dataset.commit('write', [{ row: 0, cells: { c_model: 'Other', c_stars: 5 } }]);
    expect(dataset.store.cell('c_model', 0)).toMatchObject({ state: 'locked', value: 'Model 0' });
  });

  it('asks no model for a row that was taken out, and frees what it held', () => {
    const dataset = written(2);
    dataset.plan(3);
    dataset.setMarks(excludeRows(noMarks, [0]));
    dataset.clearGenerated();
    expect(dataset.plan(3).calls[0]?.pending).toEqual([1, 2]);
    expect(give(dataset, 2, 'Model 0')?.kind).toBe('accepted');
  });

  it('tells the journal what the model wrote and not what the user made of it', () => {
    const dataset = written(1);
    dataset.setMarks(edits([0, 'c_model', 'Mine']));
    expect(dataset.accepted().write?.[0]?.cells.c_model).toBe('Model 0');
  });

  it('keeps models away from what was not liked', () => {
    const dataset = written(2);
    const mark = { disliked: 'Dull name' };
    dataset.setMarks(changeMarks(noMarks, [{ columnId: 'c_model', row: 0, mark }]));
    expect(dataset.prepare(ask('write', [1])).avoid).toContainEqual({ model: 'Dull name' });
  });
});
