import { describe, expect, it } from 'vitest';
import { columnSchema } from '#core/design/design-schema.ts';
import { createColumnarStore } from '#core/rows/columnar-store.ts';
import { storeColumns } from '#core/rows/storage-kind.ts';
import { chooseRows, type RowChoice } from './choose-rows.ts';

const columns = ['c1', 'c2'].map((id) =>
  columnSchema.parse({ id, name: id, fill: { kind: 'generated', call: 'w' } }),
);

/** Row 0 is done, row 1 has a failed cell, row 2 a skipped one, row 3 an edited one, row 4 an empty one. */
function choose(choice: RowChoice) {
  const store = createColumnarStore(storeColumns(columns));
  store.resize(5);
  for (let row = 0; row < 4; row += 1)
    for (const { id } of columns) store.setValue(id, row, `${id}-${row}`);
  store.setState('c2', 1, 'failed', 'No.');
  store.setState('c2', 2, 'skipped');
  store.setValue('c2', 3, 'mine', 'edited');
  return chooseRows(store, columns, choice);
}

describe('chooseRows', () => {
  it('takes the rows that are complete, or every row when asked', () => {
    expect(choose({ rows: 'complete' }).rows).toEqual([0, 2, 3]);
    expect(choose({ rows: 'all' }).rows).toEqual([0, 1, 2, 3, 4]);
  });

  it('counts each row once that rules, missing turns or evenness keep out', () => {
    const chosen = choose({
      rows: 'all',
      hidden: new Set([4]),
      isLeftOut: (row) => row === 0,
      hasTurns: (row) => row > 1,
      balance: { by: (row) => row, seed: 1 },
    });
    expect(chosen).toEqual({
      rows: [2, 3],
      leftOut: 1,
      withoutTurns: 1,
      unbalanced: 0,
      outdated: 0,
    });
    const even = choose({ rows: 'all', balance: { by: (row) => row === 2, seed: 1 } });
    expect(even).toMatchObject({ leftOut: 0, withoutTurns: 0, unbalanced: 3 });
    expect(even.rows).toContain(2);
  });

  it('counts the rows of the file that hold a value that is out of date', () => {
    const store = createColumnarStore(storeColumns(columns));
    store.resize(2);
    for (const row of [0, 1]) for (const { id } of columns) store.setValue(id, row, 'a');
    store.setState('c2', 1, 'outdated', 'c1 has changed.');
    expect(chooseRows(store, columns, { rows: 'complete' })).toMatchObject({ outdated: 1 });
    expect(chooseRows(store, columns.slice(0, 1), { rows: 'all' })).toMatchObject({ outdated: 0 });
  });
});
