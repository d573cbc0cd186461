import { describe, expect, it } from 'vitest';
import { parseIsoMoment } from './iso-moment.ts';

describe('parseIsoMoment', () => {
  it.each([
    ['2025-01-31', Date.UTC(2025, 0, 31)],
    ['2025', Date.UTC(2025, 0, 1)],
    ['2025-03', Date.UTC(2025, 2, 1)],
    ['2024-02-29T08:30', Date.UTC(2024, 1, 29, 8, 30)],
    ['2025-01-31T08:30:15.25Z', Date.UTC(2025, 0, 31, 8, 30, 15, 250)],
    ['2025-01-31 08:30:00+02:00', Date.UTC(2025, 0, 31, 6, 30)],
  ])('reads %s as UTC unless a zone is given', (text, expected) => {
    expect(parseIsoMoment(text)).toBe(expected);
  });

  it.each([
    '',
    'tomorrow',
    '2025-02-30',
    '2025-13-01',
    '2023-02-29',
    '2025-01-01T25:00',
    '31.01.2025',
  ])('refuses %j', (text) => {
    expect(parseIsoMoment(text)).toBeUndefined();
  });
});
