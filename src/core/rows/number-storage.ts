/**
 * Numbers of one column, as narrow as they are: whole multiples of a step, such as cents, in one, two or four
 * bytes each, until one comes that does not fit; 64-bit floats from then on. Memory that is not touched
 * costs no time.
 */
import type { ValueStorage } from './value-storage.ts';

/** From the narrowest on; the last one holds the numbers themselves, the others how many steps they are. */
const widths = [Int8Array, Int16Array, Int32Array, Float64Array] as const;
const floatWidth = widths.length - 1;

/** Without `decimalPlaces` the numbers are kept as floats from the beginning. */
export function createNumberStorage(decimalPlaces: number | undefined): ValueStorage {
  const stepsPerUnit = 10 ** (decimalPlaces ?? 0);
  let width = decimalPlaces === undefined ? floatWidth : 0;
  let kept = arrayOf(width, 0);
  /** Rows from here on were never written. */
  let usedRows = 0;
  const grow = (capacity: number, wider = width): void => {
    const grown = arrayOf(wider, capacity);
    const used = kept.subarray(0, usedRows);
    if (wider === width || wider < floatWidth) grown.set(used);
    else used.forEach((steps, row) => (grown[row] = steps / stepsPerUnit));
    [kept, width] = [grown, wider];
  };
  const writeNumbers = (start: number, numbers: Float64Array): void => {
    while (width < floatWidth && !writeSteps(kept, start, { numbers, stepsPerUnit }))
      grow(kept.length, width + 1);
    if (width === floatWidth) kept.set(numbers, start);
    usedRows = Math.max(usedRows, start + numbers.length);
  };
  const one = new Float64Array(1);
  return {
    write(row, value) {
      if (typeof value !== 'number') return false;
      one[0] = value;
      writeNumbers(row, one);
      return true;
    },
    read: (row) => (width === floatWidth ? (kept[row] ?? null) : (kept[row] ?? 0) / stepsPerUnit),
    floats() {
      if (!(kept instanceof Float64Array)) grow(kept.length, floatWidth);
      return kept instanceof Float64Array ? kept : new Float64Array(0);
    },
    writeNumbers,
    reserve: (capacity) => grow(capacity),
    truncate(rowCount) {
      usedRows = Math.min(usedRows, rowCount);
    },
  };
}

type Kept = Int8Array | Int16Array | Int32Array | Float64Array;

function arrayOf(width: number, length: number): Kept {
  return new (widths[width] ?? Float64Array)(length);
}

interface Numbers {
  readonly numbers: Float64Array;
  readonly stepsPerUnit: number;
}

/** False as soon as a number cannot be had back exactly; rows from `start` on are then undefined. */
function writeSteps(kept: Kept, start: number, { numbers, stepsPerUnit }: Numbers): boolean {
  for (let index = 0; index < numbers.length; index += 1) {
    const number = numbers[index] ?? 0;
    kept[start + index] = Math.round(number * stepsPerUnit);
    const isHeld = (kept[start + index] ?? 0) / stepsPerUnit === number && !Object.is(number, -0);
    if (!isHeld) return false;
  }
  return true;
}
