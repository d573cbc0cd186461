import { describe, expect, it } from 'vitest';
import { mostTries, scoreWords, triesMade } from './score-standing.ts';

describe('mostTries', () => {
  it('is what the judge says for the rows of the design, and its share for fewer or more', () => {
    const most = (rowCount: number) => mostTries({ tries: 150 }, { rowCount, designRows: 100 });
    expect([100, 10, 200, 0].map(most)).toEqual([150, 15, 300, 0]);
    expect(mostTries({}, { rowCount: 100, designRows: 100 })).toBeUndefined();
    expect(mostTries({ tries: 9 }, { rowCount: 4, designRows: 0 })).toBe(4);
  });
});

describe('triesMade', () => {
  it('counts every row once and each time it was written again, of the rows of the run', () => {
    expect(triesMade({ rowCount: 10, rewritten: { 0: 2, 9: 1, 10: 5 } })).toBe(13);
  });
});

describe('scoreWords', () => {
  const standing = { passedRows: 97, lowRows: 3, cappedRows: 0, heldRows: 0 };

  it.each([
    [{ passedRows: 0, lowRows: 0 }, ''],
    [{ passedRows: 1, lowRows: 0 }, '1 of 1 row scores high enough.'],
    [{}, '97 of 100 rows score high enough.'],
    [
      { cappedRows: 3, tries: { made: 150, most: 150 } },
      '97 of 100 rows score high enough. The cap of 150 tries is used up.',
    ],
    [
      { passedRows: 100, lowRows: 0, tries: { made: 120, most: 150 } },
      '100 of 100 rows score high enough. 120 of at most 150 tries.',
    ],
    [
      { cappedRows: 2, heldRows: 1 },
      '97 of 100 rows score high enough. 2 rows were written again as often as the judge allows. 1 row is edited, locked or not written by a model.',
    ],
  ])('says of %j how many rows score high enough, and why others do not', (change, words) => {
    expect(scoreWords({ ...standing, ...change })).toBe(words);
  });
});
