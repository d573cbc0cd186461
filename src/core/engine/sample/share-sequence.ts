/**
 * An endless sequence of table indexes whose shares hold at every length: blocks of a hundred rows
 * that end on the largest-remainder counts, in an order drawn within the quota. Why so:
 * docs/decisions/0001-sampling-shares.md.
 */
import type { RandomStream } from '#core/base/random.ts';
import { createApportion } from './apportion.ts';
import { createBlockDraw, type DrawBlock } from './quota-block.ts';

export interface ShareSequence {
  /**
   * Index of the table value at `position` (a whole number from 0). Constant time on average when
   * positions ascend; going back counts again from the start.
   */
  at(position: number): number;
  /** Writes the indexes of positions [start, start + count) to the front of `out`. */
  fill(start: number, count: number, out: Int32Array): void;
}

/** Rows between two counts that are exactly the largest remainder. */
const shareBlockRows = 100;

/** Draws the blocks of sequences of these shares. Several may have one, and learn from each other's blocks. */
export function createDrawBlock(shares: Float64Array): DrawBlock {
  return createBlockDraw(shares, shareBlockRows);
}

/** `shares` add up to 1 (`sharesOf`). Equal shares and an equal stream give an equal sequence. */
export function createShareSequence(
  shares: Float64Array,
  random: RandomStream,
  drawBlock: DrawBlock = createDrawBlock(shares),
): ShareSequence {
  const lots = random.fork('ties');
  const apportion = createApportion(shares, (rows, value) => lots.uint32(rows, value) >>> 12);
  const words = new Uint32Array(shareBlockRows);
  const places = new Int32Array(shareBlockRows);
  /** The block whose values `places` has. */
  let held = -1;
  let before = new Int32Array(shares.length);
  let after = new Int32Array(shares.length);
  /** The block that is counted. */
  let block = -1;

  const countNextBlock = (): void => {
    block += 1;
    [before, after] = [after, before];
    apportion((block + 1) * shareBlockRows, before, after);
  };
  const draw = (target: number, into: Int32Array): void => {
    if (target < block) {
      block = -1;
      after.fill(0);
    }
    while (block < target) countNextBlock();
    const startRow = target * shareBlockRows;
    random.fillWords(startRow, shareBlockRows, words);
    drawBlock({ startRow, before, after }, words, into);
  };
  const hold = (target: number): void => {
    if (target !== held) draw(target, places);
    held = target;
  };
  return {
    at(position) {
      const target = Math.floor(position / shareBlockRows);
      hold(target);
      return places[position - target * shareBlockRows] ?? 0;
    },
    fill(start, count, out) {
      for (let index = 0; index < count;) {
        const target = Math.floor((start + index) / shareBlockRows);
        const place = start + index - target * shareBlockRows;
        const end = Math.min(count, index + shareBlockRows - place);
        if (end - index === shareBlockRows) draw(target, out.subarray(index, end));
        else {
          hold(target);
          out.set(places.subarray(place, place + end - index), index);
        }
        index = end;
      }
    },
  };
}

/** A seeded permutation of 0 … count − 1, one for each `pass` (Fisher–Yates). */
export function permutation(count: number, random: RandomStream, pass: number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, index) => index);
  for (let place = count - 1; place > 0; place -= 1) {
    const other = random.below(place + 1, pass, place);
    const held = order[place] ?? 0;
    order[place] = order[other] ?? 0;
    order[other] = held;
  }
  return order;
}

/** Weights as shares that add up to 1, or undefined when one is negative or none is above 0. */
export function sharesOf(weights: readonly number[]): Float64Array | undefined {
  const largest = weights.reduce((most, weight) => Math.max(most, weight), 0);
  if (!(largest > 0) || weights.some((weight) => !(weight >= 0) || weight === Infinity))
    return undefined;
  // Dividing by the largest first keeps the sum finite for weights near the end of the number range.
  const scaled = Float64Array.from(weights, (weight) => weight / largest);
  const total = scaled.reduce((sum, weight) => sum + weight, 0);
  return scaled.map((weight) => weight / total);
}
