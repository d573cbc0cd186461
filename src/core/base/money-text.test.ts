import { describe, expect, it } from 'vitest';
import { moneyText } from './money-text.ts';

describe('moneyText', () => {
  it.each([
    [0, '$0'],
    [0.000_000_01, '< $0.000001'],
    [0.000_39, '$0.00039'],
    [0.006, '$0.006'],
    [0.009_96, '$0.01'],
    [0.01, '$0.01'],
    [0.5, '$0.50'],
    [1_234.5, '$1,234.50'],
  ])('writes %d as %s', (usd, text) => {
    expect(moneyText(usd)).toBe(text);
  });
});
