import { describe, expect, it } from 'vitest';
import { jointShares } from './joint-shares.ts';

const attribute = (columnId: string, ...weights: readonly number[]) => ({
  columnId,
  name: columnId,
  values: weights.map((weight, index) => ({ value: `${columnId}${index}`, weight })),
});

function shareOf(where: readonly number[], shares: ReturnType<typeof jointShares>): number {
  if (!shares.ok) throw new Error(shares.error.message);
  return shares.value.cells.reduce((sum, cell, at) => {
    const isHit = where.every((value, place) => cell[place] === value);
    return isHit ? sum + (shares.value.shares[at] ?? 0) : sum;
  }, 0);
}

describe('jointShares', () => {
  it('gives a combination its rate and lets nothing else have its values', () => {
    const found = jointShares(
      [attribute('a', 1, 1), attribute('b', 3, 1)],
      [{ values: { a: 'a0', b: 'b0' }, rate: 0.6 }],
    );
    expect(shareOf([0, 0], found)).toBeCloseTo(0.6, 12);
    expect(shareOf([1, 0], found) / shareOf([1, 1], found)).toBeCloseTo(3, 12);
  });

  it('draws what a combination leaves open', () => {
    const attributes = [attribute('a', 1, 1), attribute('b', 1, 1), attribute('c', 1, 3)];
    const found = jointShares(attributes, [
      { values: { a: 'a0', b: 'b0' }, rate: 0.4 },
      { values: { b: 'b1', c: 'c1' }, rate: 0 },
    ]);
    expect(shareOf([0, 0, 0], found)).toBeCloseTo(0.1, 12);
    expect(shareOf([0, 0, 1], found)).toBeCloseTo(0.3, 12);
    expect(shareOf([1, 1, 1], found)).toBe(0);
  });

  it('says so when combinations leave nothing to draw', () => {
    const found = jointShares(
      [attribute('a', 1), attribute('b', 1)],
      [{ values: { a: 'a0', b: 'b0' }, rate: 0.5 }],
    );
    expect(found).toMatchObject({ ok: false, error: { code: 'combination-impossible' } });
  });

  it('refuses a table too large to be worked out', () => {
    const wide = ['a', 'b', 'c'].map((id) => attribute(id, ...new Array<number>(100).fill(1)));
    const found = jointShares(wide, [{ values: { a: 'a0', b: 'b0', c: 'c0' }, rate: 0.5 }]);
    expect(found).toMatchObject({ ok: false, error: { code: 'combination-too-many' } });
  });
});
