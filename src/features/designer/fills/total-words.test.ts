import { expect, it } from 'vitest';
import { totalWords } from './total-words.ts';

it('names what rates leave to 1, without the noise of binary fractions', () => {
  expect(totalWords(0.1 + 0.2)).toBe('total 0.3, 0.7 left; drawn in proportion');
  expect(totalWords(1)).toBe('total 1');
  expect(totalWords(10)).toBe('total 10');
});
