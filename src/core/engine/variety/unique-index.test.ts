import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createUniqueIndex } from './unique-index.ts';

const operation = fc.record({
  kind: fc.constantFrom('reserve', 'release'),
  key: fc.constantFrom('a', 'b', 'c'),
  row: fc.integer({ min: 0, max: 5 }),
});

describe('createUniqueIndex', () => {
  it('says who else holds a key, after any reservations and releases', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 40 }), (operations) => {
        const index = createUniqueIndex();
        const held = new Map<number, string>();
        for (const { kind, key, row } of operations) {
          held.delete(row);
          if (kind === 'release') index.release(row);
          else {
            index.reserve(key, row);
            held.set(row, key);
          }
        }
        for (const key of ['a', 'b', 'c']) {
          const rows = [...held].filter(([, other]) => other === key).map(([row]) => row);
          expect(index.holder(key, 99)).toBe(rows[0]);
        }
      }),
    );
  });

  it('does not hold a row against itself', () => {
    const index = createUniqueIndex();
    index.reserve('a', 3);
    expect(index.holder('a', 3)).toBeUndefined();
    expect(index.holder('a', 4)).toBe(3);
  });

  it('gives a shared key to the next row when the first lets go', () => {
    const index = createUniqueIndex();
    index.reserve('a', 1);
    index.reserve('a', 2);
    index.release(1);
    expect(index.holder('a', 3)).toBe(2);
  });
});
