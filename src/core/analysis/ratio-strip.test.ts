import { describe, expect, it } from 'vitest';
import { constraintSchema } from '#core/design/constraint.ts';
import type { RowReader } from '#core/rows/row-reader.ts';
import { ratioStrip } from './ratio-strip.ts';

describe('the bins of a ratio', () => {
  it.for([
    [5e-324, undefined],
    [1.7e308, undefined],
    [5e-324, 1e-323],
    [1.7e308, 1e-300],
  ] as const)('have borders that are numbers for places around %d', ([unit, within]) => {
    const rowCount = 40;
    const place = (row: number) => (unit < 1 ? unit * row : unit * (row / 19.5 - 1));
    const cells = (id: string, row: number) =>
      id === 'at' ? place((row >> 1) << 1) : id === 'by' ? 'ab'[row % 2] : 1 + (row % 2);
    const rows = { rowCount, value: cells } as unknown as RowReader;
    const rule = constraintSchema.parse({
      ...{ id: 'r', kind: 'ratio', column: 'x', by: 'by', of: 'b', to: 'a', at: 'at' },
      ...{ low: 1, high: 3, ...(within === undefined ? {} : { within }) },
    });
    if (rule.kind !== 'ratio') throw new Error('a ratio was asked for');
    const { binWidth, bins } = ratioStrip(rows, rule);
    expect(bins.length).toBeGreaterThan(0);
    expect(bins.length).toBeLessThanOrEqual(13);
    for (const number of [binWidth, ...bins.flatMap(({ start, end }) => [start, end])])
      expect(Number.isFinite(number)).toBe(true);
  });
});
