import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '#core/base/json.ts';
import { normaliseText, uniqueKey } from './unique-key.ts';

describe('uniqueKey', () => {
  it('ignores case, compatibility forms and blanks of texts', () => {
    expect(uniqueKey([' Ｌucent\u00a0 55 '])).toBe(uniqueKey(['LUCENT 55']));
    expect(uniqueKey(['Straße'])).toBe(uniqueKey(['STRASSE']));
  });

  it('keeps numbers, booleans and texts apart', () => {
    expect(new Set([1, '1', true, 'true'].map((value) => uniqueKey([value]))).size).toBe(4);
  });

  it('does not confuse the borders between columns', () => {
    expect(uniqueKey(['a', 'b c'])).not.toBe(uniqueKey(['a b', 'c']));
    expect(uniqueKey(['a\nb', 'c'])).not.toBe(uniqueKey(['a', 'b\nc']));
  });

  it('compares objects whatever the order of their keys', () => {
    expect(uniqueKey([{ a: 'X', b: 1 }])).toBe(uniqueKey([{ b: 1, a: 'x' }]));
  });

  it('has none where a value is missing', () => {
    expect(uniqueKey(['a', null])).toBeUndefined();
    expect(uniqueKey([undefined])).toBeUndefined();
  });

  it('is the same for equal values of any kind', () => {
    fc.assert(
      fc.property(fc.jsonValue() as fc.Arbitrary<JsonValue>, (value) => {
        expect(uniqueKey([structuredClone(value)])).toBe(uniqueKey([value]));
      }),
    );
  });
});

describe('normaliseText', () => {
  it('folds the capital ẞ as it folds ß and ss', () => {
    expect(['ẞ', 'ß', 'SS'].map(normaliseText)).toEqual(['ss', 'ss', 'ss']);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normaliseText(normaliseText(text))).toBe(normaliseText(text));
      }),
    );
  });
});
