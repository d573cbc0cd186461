import { describe, expect, it } from 'vitest';
import { mixedValues } from './mixed-values.ts';

describe('mixedValues', () => {
  it('counts numbers and words, and says where the words are', () => {
    const values = Array.from({ length: 1_207 }, (_, row) =>
      row === 6 || row === 30 ? 'n/a' : row === 1_202 ? '-' : row,
    );
    expect(mixedValues(values)).toBe(
      '1,204 numbers, 3 words (“n/a” in rows 7 and 31, “-” in row 1,203)',
    );
  });

  it('takes texts that are numbers for numbers', () => {
    expect(mixedValues(['1', '2.5', '3', 'few'])).toBe('3 numbers, 1 word (“few” in row 4)');
  });

  it('names the first places and counts the rest', () => {
    const values = [1, 2, 3, 4, 5, 6, 'x', 'x', 'x', 'x', 'x', 'y'];
    expect(mixedValues(values)).toBe(
      '6 numbers, 6 words (“x” in rows 7, 8, 9 and 2 more, “y” in row 12)',
    );
  });

  it.each([[[1, 2, null, '']], [['a', 'b']], [[1, 'a', 'b']], [[]]])(
    'is silent where values are of one kind or mostly words: %j',
    (values) => {
      expect(mixedValues(values)).toBeUndefined();
    },
  );
});
