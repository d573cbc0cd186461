import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodeReader } from '#core/rows/row-store.ts';
import { createConditionTable } from './condition-table.ts';

function readerOf(codes: readonly number[]): CodeReader {
  const codeAt = (row: number): number => codes[row] ?? -1;
  return {
    codeAt,
    read(start, count, out) {
      for (let index = 0; index < count; index += 1) out[index] = codeAt(start + index);
    },
  };
}

/** What a table of rows would answer for these codes. */
function answerOf(codes: readonly number[]): number {
  return codes.reduce((sum, code) => sum * 7 + code, 1) % 5;
}

describe('a table of conditions', () => {
  it('answers as each row does, whatever number of codes comes up in which order', () => {
    const rows = fc.array(fc.array(fc.nat(40), { minLength: 2, maxLength: 2 }), { minLength: 1 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 8 }), (codes, size) => {
        const readers = [0, 1].map((place) => readerOf(codes.map((row) => row[place] ?? 0)));
        const table = createConditionTable(readers, (row) => answerOf(codes[row] ?? []));
        const met = new Int32Array(size);
        for (let start = 0; start < codes.length; start += size) {
          const count = Math.min(size, codes.length - start);
          expect(table.read(start, count, met)).toBe(true);
          const wanted = codes.slice(start, start + count).map(answerOf);
          expect([...met.subarray(0, count)]).toEqual(wanted);
        }
      }),
    );
  });

  it('asks once for each combination of codes', () => {
    const asked: number[] = [];
    const readers = [readerOf([0, 1, 0, 1]), readerOf([3, 3, 3, 2])];
    const table = createConditionTable(readers, (row) => asked.push(row));
    expect(table.read(0, 4, new Int32Array(4))).toBe(true);
    expect(asked).toEqual([0, 1, 3]);
  });

  it('leaves a block with a value that has no code, and goes on with the next', () => {
    const table = createConditionTable([readerOf([0, -1, 1])], () => 4);
    const met = new Int32Array(2);
    expect(table.read(0, 2, met)).toBe(false);
    expect(table.read(2, 1, met)).toBe(true);
    expect(met[0]).toBe(4);
  });

  it('leaves a block with a row that has no answer', () => {
    const table = createConditionTable([readerOf([0, 1])], (row) => (row === 1 ? undefined : 0));
    expect(table.read(0, 2, new Int32Array(2))).toBe(false);
  });

  it('leaves columns with more combinations than it has places for', () => {
    const table = createConditionTable([readerOf([600]), readerOf([600])], () => 0);
    expect(table.read(0, 1, new Int32Array(1))).toBe(false);
  });
});
