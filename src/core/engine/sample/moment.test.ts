import { describe, expect, it } from 'vitest';
import { formatMoment, parseMoment } from './moment.ts';

describe('parseMoment', () => {
  it.for([
    ['2024-01-31', '2024-01-31T00:00:00'],
    ['2024-02', '2024-02-01T00:00:00'],
    ['2024-01-31T09:30', '2024-01-31T09:30:00'],
    ['2024-01-31 09:30:15', '2024-01-31T09:30:15'],
    ['2024-01-31T09:30:15.250Z', '2024-01-31T09:30:15'],
    ['2024-01-31T00:30:00+02:00', '2024-01-30T22:30:00'],
    ['0099-12-31', '0099-12-31T00:00:00'],
  ] as const)('reads %s as UTC', ([text, expected]) => {
    expect(formatMoment(parseMoment(text) ?? Number.NaN)).toBe(expected);
  });

  it.for([
    '',
    'today',
    '2024',
    '2024-13-01',
    '2023-02-29',
    '2024-01-31T24:00:00',
    '31.01.2024',
    '2024-1-1',
  ])('refuses “%s”', (text) => {
    expect(parseMoment(text)).toBeUndefined();
  });
});
