/**
 * Many rows at once of what is told by the codes of a few columns: a table with a place for each combination
 * of codes, filled as they come.
 */
import type { CodeReader } from '#core/rows/row-store.ts';
import { blockRows } from './block-kernel.ts';

export interface ConditionTable {
  /**
   * Writes what `ofRow` gives for rows [start, start + count), at most `blockRows`, to the front of `out`. False
   * where a value has no code, `ofRow` has no answer or there are too many combinations; `out` is then undefined.
   */
  read(start: number, count: number, out: Int32Array): boolean;
}

/** As many combinations as 16 bits number. */
const mostBits = 16;
const unknown = -1;

/** Scratch of this thread: the codes of one column in the rows at hand. */
const codes = new Int32Array(blockRows);

/** `ofRow` gives a whole number from 0 that depends on the codes of the row alone, or undefined. */
export function createConditionTable(
  readers: readonly CodeReader[],
  ofRow: (row: number) => number | undefined,
): ConditionTable {
  /** By column: how many bits its codes take so far. */
  const widths = readers.map(() => 0);
  let table = new Int32Array(1).fill(unknown);
  const readKeys = (start: number, count: number, keys: Int32Array): boolean => {
    keys.fill(0, 0, count);
    let bits = 0;
    for (const [place, reader] of readers.entries()) {
      reader.read(start, count, codes);
      const width = Math.max(widths[place] ?? 0, widthOf(codes, count));
      bits += width;
      if (bits > mostBits) return false;
      widths[place] = width;
      for (let index = 0; index < count; index += 1)
        keys[index] = ((keys[index] ?? 0) << width) | (codes[index] ?? 0);
    }
    // Another number of bits in any column gives every combination another place.
    if (table.length !== 1 << bits) table = new Int32Array(1 << bits).fill(unknown);
    return true;
  };
  return {
    read(start, count, out) {
      if (!readKeys(start, count, out)) return false;
      for (let index = 0; index < count; index += 1) {
        const key = out[index] ?? 0;
        let met = table[key] ?? unknown;
        if (met === unknown) {
          met = ofRow(start + index) ?? unknown;
          if (met === unknown) return false;
          table[key] = met;
        }
        out[index] = met;
      }
      return true;
    },
  };
}

/** Bits that hold each of the first `count` codes; more than there may be where one is below 0. */
function widthOf(values: Int32Array, count: number): number {
  let all = 0;
  for (let index = 0; index < count; index += 1) all |= values[index] ?? 0;
  return 32 - Math.clz32(all);
}
