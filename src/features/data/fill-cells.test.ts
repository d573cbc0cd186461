import { describe, expect, it, vi } from 'vitest';
import type { JsonValue } from '#core/base/json.ts';
import { createDesign } from '#core/design/defaults.ts';
import { columnSchema } from '#core/design/design-schema.ts';
import type { CellEdit } from '#state/cell-actions.ts';
import { createTestWorkbench } from '#state/testing/test-workbench.ts';
import { fillCells } from './fill-cells.ts';

const values = [{ value: 'size 1' }, { value: 'size 2' }];
const design = createDesign({
  columns: [
    columnSchema.parse({ id: 'no', name: 'no', type: 'integer', fill: { kind: 'sequence' } }),
    columnSchema.parse({ id: 'size', name: 'size', fill: { kind: 'category', values } }),
  ],
});
const held: Readonly<Record<string, readonly JsonValue[]>> = {
  no: [10, 20, null],
  size: ['size 1', 'size 2', 'size 1'],
};

function setUp() {
  const real = createTestWorkbench(design);
  const edit = vi.fn<(edits: readonly CellEdit[]) => void>();
  const rows = {
    ...real.rows,
    loadRows: () => Promise.resolve(),
    cell: (row: number, columnId: string) => ({ value: held[columnId]?.[row] }),
  } as unknown as typeof real.rows;
  return { edit, workbench: { ...real, rows, edits: { ...real.edits, edit } } };
}

const cells = (rows: readonly number[], columnKeys = ['no', 'size']) => ({
  ...{ rows, columnKeys, firstPlace: 0 },
});

describe('fillCells', () => {
  it('goes on with each column by itself, as texts in one edit; what is chosen from a list repeats', async () => {
    const { edit, workbench } = setUp();
    const filling = { cells: cells([0, 1]), rows: [5, 6, 7], isUpwards: false, isCopy: false };
    await fillCells(workbench, filling);
    expect(edit).toHaveBeenCalledExactlyOnceWith([
      { row: 5, columnId: 'no', value: '30' },
      { row: 6, columnId: 'no', value: '40' },
      { row: 7, columnId: 'no', value: '50' },
      { row: 5, columnId: 'size', value: 'size 1' },
      { row: 6, columnId: 'size', value: 'size 2' },
      { row: 7, columnId: 'size', value: 'size 1' },
    ]);
  });

  it('goes upwards from the nearest row on', async () => {
    const { edit, workbench } = setUp();
    const given = cells([0, 1], ['no']);
    await fillCells(workbench, { cells: given, rows: [9, 8], isUpwards: true, isCopy: false });
    expect(edit.mock.lastCall?.[0].map(({ row, value }) => [row, value])).toEqual([
      [9, '0'],
      [8, '-10'],
    ]);
  });

  it('copies an empty cell as an empty one', async () => {
    const { edit, workbench } = setUp();
    const given = cells([2], ['no']);
    await fillCells(workbench, { cells: given, rows: [3], isUpwards: false, isCopy: true });
    expect(edit).toHaveBeenCalledExactlyOnceWith([{ row: 3, columnId: 'no', value: '' }]);
  });

  it('says so when there are too many cells, and changes none', async () => {
    const { edit, workbench } = setUp();
    const rows = Array.from({ length: 50_001 }, (_, row) => row);
    await fillCells(workbench, { cells: cells([0]), rows, isUpwards: false, isCopy: false });
    expect(edit).not.toHaveBeenCalled();
    expect(workbench.stores.view.getState().toasts[0]?.text).toMatch(/^At most 100,000 cells/);
  });
});
