import { describe, expect, it } from 'vitest';
import { describeChanges } from './describe-changes.ts';

const design = { name: 'Shop', seed: 1, rows: 5, columns: [{ id: 'a', fill: { low: 3 } }] };

describe('the differences of two designs', () => {
  it('are none for the same design with its keys in another order', () => {
    const other = { columns: [{ fill: { low: 3 }, id: 'a' }], rows: 5, seed: 1, name: 'Shop' };
    expect(describeChanges(design, other)).toEqual([]);
  });

  it('name the place, what was and what is', () => {
    const other = { ...design, seed: 2, columns: [{ id: 'a', fill: { low: 5 } }] };
    expect(describeChanges(design, other)).toEqual([
      'seed was 1 and is 2',
      'columns[0].fill.low was 3 and is 5',
    ]);
  });

  it('leave out what decides no value of a row', () => {
    expect(describeChanges(design, { ...design, name: 'Other', rows: 9, models: [] })).toEqual([]);
  });

  it('tell a longer list as a whole', () => {
    const other = { ...design, columns: [...design.columns, { id: 'b', fill: { low: 1 } }] };
    expect(describeChanges(design, other)).toHaveLength(1);
  });
});
