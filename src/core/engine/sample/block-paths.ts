/**
 * The ways through blocks that are alike, remembered. Which value may come next, and how likely, depends
 * only on the rows placed so far, and few such states keep the quota: what was worked out for one block
 * is looked up in the next of its kind.
 */

/** Most values a block is remembered for: six have 20 states a place at most. */
export const mostRemembered = 6;

/** Marks are whole numbers in [0, 2³¹). */
export const markRange = 2 ** 31;

/** What a random word decides by: without its last bit, so that differences of marks keep their sign. */
export function markOf(word: number): number {
  return word >>> 1;
}

export interface BlockPaths {
  /**
   * Goes on from place `from`, the first one or where the way stands, by a word for each place, as far
   * as the way is known, and writes which value was taken at each into `taken`. Answers with the first place
   * not known.
   */
  follow(words: Uint32Array, taken: Int32Array, from: number): number;
  /** Remembers of the state where the way stands that value `index` was taken of these chances, and goes on there. A `total` of 0: it is the only one. */
  learn(index: number, chances: Float64Array, total: number): void;
}

interface States {
  /**
   * A stretch for each state. First by value the last mark of those that lead to it, 0 for all while unknown;
   * then by value where the stretch of the state after it begins, 0 while unknown, as no way leads back to the
   * first: for the first value so, for the others by how much it is further than for the one before.
   */
  table: Int32Array;
  /** By state: the rows placed of each value, as one number. */
  keys: Float64Array;
  count: number;
}

/** For blocks of `length` places, at most 200, and `width` values, at most `mostRemembered`. */
export function createBlockPaths(width: number, length: number): BlockPaths {
  const stretch = 2 * width;
  const states: States = {
    table: new Int32Array(length * stretch),
    keys: new Float64Array(length),
    count: 1,
  };
  const stateOf = new Map([[0, 0]]);
  const weights = Float64Array.from({ length: width }, (_, index) => (length + 1) ** index);
  let current = 0;
  const stateAfter = (index: number): number => {
    const key = (states.keys[current] ?? 0) + (weights[index] ?? 0);
    const known = stateOf.get(key);
    if (known !== undefined) return known;
    if (states.count === states.keys.length) grow(states);
    const added = states.count;
    states.count += 1;
    states.keys[added] = key;
    stateOf.set(key, added);
    return added;
  };
  return {
    follow(words, taken, from) {
      const { table } = states;
      let [start, place] = [from === 0 ? 0 : current * stretch, from];
      for (; place < length; place += 1) {
        const mark = markOf(words[place] ?? 0);
        const next = start + width;
        // Counts the values that end before the mark by the signs of differences: a branch would be guessed wrong as often as chance has it.
        let index = 0;
        let after = table[next] ?? 0;
        for (let value = 1; value < width; value += 1) {
          const isPast = ((table[start + value - 1] ?? 0) - mark) >> 31;
          index -= isPast;
          after += isPast & (table[next + value] ?? 0);
        }
        if (after === 0) break;
        taken[place] = index;
        start = after;
      }
      current = start / stretch;
      return place;
    },
    learn(index, chances, total) {
      const { table } = states;
      const start = current * stretch;
      if (table[start + width - 1] === 0)
        writeEnds(table.subarray(start, start + width), { only: index, chances, total });
      current = stateAfter(index);
      writeNext(states.table.subarray(start + width, start + stretch), index, current * stretch);
    },
  };
}

/** The differences to the values before and after, so that those keep where they lead to. */
function writeNext(steps: Int32Array, index: number, after: number): void {
  let known = 0;
  for (let value = 0; value <= index; value += 1) known += steps[value] ?? 0;
  steps[index] = (steps[index] ?? 0) + after - known;
  if (index + 1 < steps.length) steps[index + 1] = (steps[index + 1] ?? 0) - after + known;
}

interface Described {
  readonly only: number;
  readonly chances: Float64Array;
  readonly total: number;
}

/** The last value that has a chance takes all marks that are left. */
function writeEnds(ends: Int32Array, { only, chances, total }: Described): void {
  let last = only;
  let sum = 0;
  for (let index = 0; total > 0 && index < ends.length; index += 1) {
    const chance = chances[index] ?? 0;
    sum += chance;
    ends[index] = Math.min(markRange, Math.ceil(sum * (markRange / total))) - 1;
    if (chance > 0) last = index;
  }
  ends.fill(markRange - 1, last);
}

function grow(states: States): void {
  const { table, keys } = states;
  states.table = new Int32Array(table.length * 2);
  states.table.set(table);
  states.keys = new Float64Array(keys.length * 2);
  states.keys.set(keys);
}
