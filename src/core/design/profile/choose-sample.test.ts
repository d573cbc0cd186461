import { describe, expect, it } from 'vitest';
import { chooseSample } from './choose-sample.ts';

const rows = Array.from({ length: 100 }, (_, row) => ({
  kind: row === 97 ? 'rare' : 'common',
  size: row,
}));

describe('a sample of rows', () => {
  it('shows the rare value and every part of the range', () => {
    const chosen = chooseSample(rows, ['kind', 'size'], { rows: 5, characters: 4_000 });
    expect(chosen).toContain(97);
    expect(new Set(chosen.map((row) => Math.floor(row / 25))).size).toBe(4);
  });

  it('takes rows whole or not at all', () => {
    const long = [{ text: 'x'.repeat(500) }, { text: 'short' }];
    expect(chooseSample(long, ['text'], { rows: 5, characters: 100 })).toEqual([1]);
  });
});
