import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanceRows } from './balance-rows.ts';

const labels = fc.array(fc.constantFrom('a', 'b', 'c', null, { deep: [1] }), { maxLength: 200 });

describe('balanceRows', () => {
  it('keeps as many rows of each value as there are of the rarest, in order', () => {
    fc.assert(
      fc.property(labels, fc.nat(), (values, seed) => {
        const by = (row: number) => values[row];
        const rows = values.map((_, row) => row);
        const kept = balanceRows(rows, { by, seed });
        const keys = [...new Set(rows.map((row) => JSON.stringify(by(row))))];
        const countIn = (list: readonly number[]) =>
          keys.map((key) => list.filter((row) => JSON.stringify(by(row)) === key).length);
        const least = Math.min(...countIn(rows));
        expect(countIn(kept)).toEqual(keys.map(() => least));
        expect(kept).toEqual(kept.toSorted((a, b) => a - b));
      }),
    );
  });

  it('keeps the same rows for a seed, others for another', () => {
    const rows = Array.from({ length: 200 }, (_, row) => row);
    const kept = (seed: number) => balanceRows(rows, { by: (row) => row < 20, seed });
    expect(kept(1)).toEqual(kept(1));
    expect(kept(1)).not.toEqual(kept(2));
  });

  it('has nothing to keep of nothing', () => {
    expect(balanceRows([], { by: () => 'a', seed: 1 })).toEqual([]);
  });
});
