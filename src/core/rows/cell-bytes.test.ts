import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasNull, hasStored, placeMask } from './cell-byte.ts';
import { createCellBytes } from './cell-bytes.ts';

const rowCount = 40;
const byte = fc.constantFrom(0, 1 | hasStored, 2 | hasStored, 3 | hasNull);
const row = fc.integer({ min: 0, max: rowCount - 1 });
const act = fc.oneof(
  fc.record({ start: row, count: fc.constant(1), byte }),
  fc.record({ start: fc.constantFrom(0, 10, 20), count: fc.constantFrom(0, 10, 20), byte }),
  fc.record({ start: fc.constant(0), count: fc.constant(rowCount), byte }),
  fc.record({ kept: fc.constantFrom(0, 15, rowCount) }),
);

describe('cell bytes', () => {
  it('are what an array would hold, whatever is written in which order', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        const bytes = createCellBytes();
        bytes.resize(rowCount);
        const plain = new Uint8Array(rowCount);
        for (const one of acts)
          if ('kept' in one) {
            bytes.resize(one.kept);
            bytes.resize(rowCount);
            plain.fill(0, one.kept);
          } else {
            if (one.count === 1) bytes.set(one.start, one.byte);
            else bytes.fill(one.start, one.count, one.byte);
            plain.fill(one.byte, one.start, one.start + one.count);
          }
        expect(Array.from(plain, (_, at) => bytes.at(at))).toEqual([...plain]);
        for (const start of [0, 3, 16, rowCount]) {
          const gap = plain.findIndex((own, at) => at >= start && (own & placeMask) !== hasStored);
          expect(bytes.firstNotStored(start, rowCount)).toBe(gap < 0 ? rowCount : gap);
        }
      }),
    );
  });

  it('read as none beyond the rows', () => {
    const bytes = createCellBytes();
    bytes.resize(2);
    bytes.fill(0, 2, 1 | hasStored);
    expect(bytes.at(2)).toBe(0);
  });
});
