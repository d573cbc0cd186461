import { describe, expect, it } from 'vitest';
import { savedWords } from './saved-words.ts';

const now = Date.UTC(2026, 10, 20, 12);

describe('savedWords', () => {
  it.for([
    [0, 'just now'],
    [-5_000, 'just now'],
    [5 * 60_000, '5 min ago'],
    [3 * 3_600_000, '3 h ago'],
    [3 * 86_400_000, 'Nov 17, 2026'],
  ] as const)('says an age of %i ms as %s', ([ageMs, words]) => {
    expect(savedWords(now - ageMs, now)).toBe(words);
  });
});
