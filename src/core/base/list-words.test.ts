import { expect, it } from 'vitest';
import { listWords } from './list-words.ts';

it.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('%j reads %j', (words, text) => {
  expect(listWords(words)).toBe(text);
});
