import { expect, it } from 'vitest';
import { messagePairs } from './message-pairs.ts';
import { ratingWords } from './rating-words.ts';

it('pairs messages of the same role in order, and shows what is new and what is gone', () => {
  const before = [
    { role: 'system' as const, content: 'You write.' },
    { role: 'user' as const, content: 'One.' },
    { role: 'user' as const, content: 'Two.' },
  ];
  const after = [
    { role: 'user' as const, content: 'One, soberly.' },
    { role: 'assistant' as const, content: 'Yes.' },
  ];
  expect(messagePairs(before, after)).toEqual([
    { role: 'user', was: 'One.', is: 'One, soberly.' },
    { role: 'assistant', was: '', is: 'Yes.' },
    { role: 'system', was: 'You write.', is: '' },
    { role: 'user', was: 'Two.', is: '' },
  ]);
});

it('says how many values were liked, disliked and edited', () => {
  const rated = { column: 'title', value: 'A' };
  const cell = { columnId: 't', row: 0 };
  expect(ratingWords({ liked: [], disliked: [], edited: [] })).toBe('no ratings yet');
  expect(
    ratingWords({
      liked: [rated, rated],
      disliked: [{ ...rated, ...cell }],
      edited: [{ column: 'title', after: 'B', ...cell }],
    }),
  ).toBe('2 liked, 1 disliked and 1 edited values');
});
