import { describe, expect, it } from 'vitest';
import { couldRunAsFormula } from './formula-guard.ts';

describe('couldRunAsFormula', () => {
  it.each([
    '=1',
    '+a',
    '-a',
    '@x',
    '\tx',
    '\rx',
    '＝1',
    '＋a',
    '－a',
    '＠x',
    '  =1',
    '\u00a0=1',
    '-',
  ])('suspects %j', (text) => {
    expect(couldRunAsFormula(text)).toBe(true);
  });

  it.each(['', 'a=1', '1+1', '-12', '+3.5e-7', ' -.5 ', '(=1)', "'=1", 'Ä', '{"a":1}'])(
    'trusts %j',
    (text) => {
      expect(couldRunAsFormula(text)).toBe(false);
    },
  );
});
