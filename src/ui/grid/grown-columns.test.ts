import { describe, expect, it } from 'vitest';
import { grownColumns, GUTTER_WIDTH } from './grown-columns.ts';

const columns = [
  { key: 'size', name: 'size', width: 80 },
  { key: 'text', name: 'text', grows: true, minWidth: 260 },
];

const widths = (available: number) => grownColumns(columns, available).map(({ width }) => width);

describe('grownColumns', () => {
  it('gives what is left to the column that grows', () => {
    expect(widths(GUTTER_WIDTH + 80 + 500)).toEqual([80, 500]);
  });

  it('keeps its least width where nothing is left, so that the grid scrolls', () => {
    expect(widths(200)).toEqual([80, 260]);
  });

  it('leaves widths as they are where no column grows', () => {
    const [size] = columns;
    expect(size && grownColumns([size], 900).map(({ width }) => width)).toEqual([80]);
  });
});
