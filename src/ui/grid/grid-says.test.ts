import { expect, it } from 'vitest';
import { rangeWords } from './grid-says.tsx';

it('tells the size of a range, and nothing of the one active cell', () => {
  expect(rangeWords({ top: 4, bottom: 4, left: 1, right: 1 })).toBe('');
  expect(rangeWords({ top: 0, bottom: 9_999, left: 1, right: 1 })).toBe(
    '10,000 rows, 1 column selected',
  );
});
