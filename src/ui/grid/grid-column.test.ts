import { describe, expect, it } from 'vitest';
import { bandRuns, type GridBand } from './grid-column.ts';
import { visibleRange } from './visible-range.ts';

const sampled: GridBand = { key: 'sampled', label: 'sampled, seed 1', group: 'sampled' };
const derived: GridBand = { key: 'derived', label: 'derived', group: 'derived' };

describe('bandRuns', () => {
  it('joins neighbours of one band and no others', () => {
    const column = (key: string, band: GridBand) => ({ key, name: key, band });
    const runs = bandRuns([
      column('a', sampled),
      column('b', sampled),
      column('c', derived),
      column('d', sampled),
    ]);
    expect(runs.map((run) => run.columns.map(({ key }) => key).join(''))).toEqual(['ab', 'c', 'd']);
  });
});

describe('visibleRange', () => {
  const geometry = { rowHeight: 32, headHeight: 78, rowCount: 200 };

  it('counts rows that are cut off at either edge', () => {
    expect(visibleRange({ scrollTop: 40, clientHeight: 78 + 320 }, geometry)).toEqual([1, 12]);
  });

  it('ends with the last row', () => {
    expect(visibleRange({ scrollTop: 32 * 195, clientHeight: 900 }, geometry)).toEqual([195, 200]);
  });
});
