import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32 } from './crc32.ts';

const encoder = new TextEncoder();

describe('crc32', () => {
  it.each([
    ['', 0],
    ['123456789', 0xcbf43926],
    ['The quick brown fox jumps over the lazy dog', 0x414fa339],
  ])('of %j is the published value', (text, checksum) => {
    expect(crc32(encoder.encode(text))).toBe(checksum);
  });

  it('changes with any single byte', () => {
    const cases = fc.tuple(
      fc.uint8Array({ minLength: 1 }),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
    );
    fc.assert(
      fc.property(cases, ([bytes, place, flips]) => {
        const damaged = Uint8Array.from(bytes);
        const index = place % bytes.length;
        damaged[index] = (damaged[index] ?? 0) ^ flips;
        expect(crc32(damaged)).not.toBe(crc32(bytes));
      }),
    );
  });
});
