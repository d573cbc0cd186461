import { describe, expect, it } from 'vitest';
import { readColumns } from '#core/rows/row-reader.ts';
import { effectiveCount, measureDiversity } from './text-diversity.ts';

const long =
  'A slim 51-inch frame and a matte back with no logo; the price leaves room for good speakers.';
const near =
  'A slim 48-inch frame and a matte back with no logo; the price leaves space for good speakers.';

function measure(texts: readonly (string | number | null | undefined)[], options = {}) {
  return measureDiversity(readColumns({ text: texts }), 'text', options);
}

describe('measureDiversity', () => {
  it('counts texts that differ in case, punctuation, digits and blanks as one', () => {
    const found = measure(['Emma', ' EMMA. ', 'emma 2', 'Noah', 7, null, undefined, '']);
    expect(found).toMatchObject({ count: 4, distinctCount: 2, distinctShare: 0.5, nearShare: 0 });
    expect(found.pairs).toEqual([
      { row: 1, of: 0, similarity: 1 },
      { row: 2, of: 0, similarity: 1 },
    ]);
  });

  it('finds texts that are nearly the same, and says which', () => {
    const found = measure([long, 'Something else entirely, about the sea and its ships.', near]);
    expect(found).toMatchObject({ distinctCount: 3, nearShare: 1 / 3 });
    expect(found.pairs).toMatchObject([{ row: 2, of: 0 }]);
    expect(found.pairs[0]?.similarity).toBeGreaterThan(0.6);
  });

  it('lists openings that come more than once', () => {
    const found = measure([
      'Made for bright rooms with windows.',
      'Made for bright halls.',
      'Two words',
      'Built to last for years.',
    ]);
    expect(found.openings).toEqual([{ text: 'Made for bright', count: 2, row: 0 }]);
  });

  it('measures the rows it is given alone', () => {
    expect(measure(['a', 'a', 'b'], { rows: [1, 2] })).toMatchObject({
      count: 2,
      distinctCount: 2,
    });
  });

  it('says nothing bad of no rows', () => {
    expect(measure([])).toMatchObject({ count: 0, distinctShare: 1, effectiveCount: 0 });
  });
});

describe('effectiveCount', () => {
  it('is the number of values when all are equally frequent, and less when one is not', () => {
    expect(effectiveCount([3, 3, 3, 3])).toBeCloseTo(4, 10);
    expect(effectiveCount([97, 1, 1, 1])).toBeLessThan(1.3);
  });
});
