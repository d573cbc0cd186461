import { describe, expect, it } from 'vitest';
import { rowsBeside } from './grid-range.ts';
import { fillDown } from './use-grid-fill.ts';

const columns = [
  { key: 'a', name: 'a', editor: { kind: 'text' as const } },
  { key: 'b', name: 'b' },
  { key: 'c', name: 'c', editor: { kind: 'number' as const } },
];
/** Rows in an order of their own. */
const rows = [40, 30, 20, 10];
const down = (top: number, bottom: number) =>
  fillDown({ rows, columns }, { top, bottom, left: 0, right: 2 });

describe('fillDown', () => {
  it('takes the first row of the selection into the others, where cells can be edited', () => {
    expect(down(1, 3)).toEqual({
      cells: { rows: [30], columnKeys: ['a', 'c'], firstPlace: 1 },
      rows: [20, 10],
      isUpwards: false,
      isCopy: true,
    });
  });

  it('takes the row above into a single one', () => {
    expect(down(2, 2)).toMatchObject({ cells: { rows: [30] }, rows: [20] });
  });

  it('has nothing to take above the first row', () => {
    expect(down(0, 0)).toBeUndefined();
  });
});

describe('rowsBeside', () => {
  it('are those between a range and a place outside of it', () => {
    expect(rowsBeside({ top: 2, bottom: 3 }, 6)).toEqual({ top: 4, bottom: 6 });
    expect(rowsBeside({ top: 2, bottom: 3 }, 0)).toEqual({ top: 0, bottom: 1 });
    expect(rowsBeside({ top: 2, bottom: 3 }, 3)).toBeUndefined();
  });
});
