import { describe, expect, it } from 'vitest';
import type { ColumnProfile } from '#core/analysis/column-profile.ts';
import { profileWords } from './profile-words.ts';

const histogram = { start: 0, binWidth: 100, counts: [] };

function profile(parts: Partial<ColumnProfile>): ColumnProfile {
  return { count: 200, nullCount: 0, emptyCount: 0, distinctCount: 180, top: [], ...parts };
}

describe('profileWords', () => {
  it('gives range, mean and spread of numbers', () => {
    const numbers = {
      low: 32,
      high: 1_285.4,
      mean: 58.126,
      standardDeviation: 15.5,
      histogram,
    };
    expect(profileWords(profile({ numbers }))).toBe('32 to 1,285.4, mean 58.13, sd 15.5');
  });

  it('gives distinct values and lengths of texts', () => {
    const words = { low: 11, high: 28, mean: 20, histogram };
    expect(profileWords(profile({ words }))).toBe('180 distinct, 11 to 28 words');
  });

  it('says nothing of lengths where every value is one word', () => {
    const words = { low: 1, high: 1, mean: 1, histogram };
    expect(profileWords(profile({ words, distinctCount: 5 }))).toBe('5 distinct');
  });

  it('tells null from what is not written yet', () => {
    expect(profileWords(profile({ nullCount: 3, emptyCount: 1_200 }))).toBe(
      '180 distinct, 3 null, 1,200 not written',
    );
  });
});
