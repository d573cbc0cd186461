import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSplit, splitRows, type Split } from './split-rows.ts';

const rowsTo = (count: number): readonly number[] => Array.from({ length: count }, (_, row) => row);
const trainTest = [
  { name: 'train', share: 80 },
  { name: 'test', share: 20 },
];

const arbitrarySplit: fc.Arbitrary<Split> = fc.record({
  seed: fc.nat(),
  parts: fc
    .array(fc.integer({ min: 1, max: 100 }), { minLength: 2, maxLength: 6 })
    .map((shares) => shares.map((share, index) => ({ name: `part${index}`, share }))),
});

describe('splitRows', () => {
  it('puts every row into exactly one part and keeps their order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 5_000 })), arbitrarySplit, (numbers, split) => {
        const rows = numbers.toSorted((a, b) => a - b);
        const parts = splitRows(rows, split);
        expect(parts.flat().toSorted((a, b) => a - b)).toEqual(rows);
        for (const part of parts) expect(part).toEqual(part.toSorted((a, b) => a - b));
      }),
    );
  });

  it('gives every part its share of the rows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), arbitrarySplit, (count, split) => {
        const total = split.parts.reduce((sum, { share }) => sum + share, 0);
        splitRows(rowsTo(count), split).forEach((part, index) => {
          const wanted = (count * (split.parts[index]?.share ?? 0)) / total;
          expect(Math.abs(part.length - wanted)).toBeLessThan(split.parts.length);
        });
      }),
    );
    expect(
      splitRows(rowsTo(199), { parts: trainTest, seed: 1 }).map((rows) => rows.length),
    ).toEqual([159, 40]);
  });

  it('gives each value of a column the same shares', () => {
    const by = (row: number) => (row < 30 ? 'rare' : 'common');
    const [, test = []] = splitRows(rowsTo(300), { parts: trainTest, seed: 3, by });
    const rare = test.filter((row) => by(row) === 'rare').length;
    expect(Math.abs(rare - 6)).toBeLessThanOrEqual(1);
    expect(test).toHaveLength(60);
  });

  it('divides alike for one seed and otherwise for another', () => {
    const divide = (seed: number) => splitRows(rowsTo(100), { parts: trainTest, seed });
    expect(divide(7)).toEqual(divide(7));
    expect(divide(7)).not.toEqual(divide(8));
  });

  it('does not follow the order of the rows', () => {
    const [, test = []] = splitRows(rowsTo(1_000), { parts: trainTest, seed: 5 });
    const early = test.filter((row) => row < 500).length;
    expect(early).toBeGreaterThan(70);
    expect(early).toBeLessThan(130);
  });
});

describe('parseSplit', () => {
  it('reads names and shares', () => {
    const parts = { ok: true, value: trainTest };
    expect(parseSplit('train=80,test=20')).toEqual(parts);
    expect(parseSplit(' train 80 % , test: 20')).toEqual(parts);
  });

  it.each(['', 'train=80', 'train=80,test', 'train=80,test=0', 'train=80,test=-1', 'a/b=1,c=2'])(
    'refuses %j',
    (text) => {
      expect(parseSplit(text).ok).toBe(false);
    },
  );

  it('refuses two parts of one name, whatever their case', () => {
    expect(parseSplit('train=1,Train=2')).toEqual({
      ok: false,
      error: 'Two parts are called Train.',
    });
  });
});
