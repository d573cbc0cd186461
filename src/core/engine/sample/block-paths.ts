/**
 * The ways through blocks that are alike, remembered. Which value may come next, and how likely, depends
 * only on the rows placed so far, and few such states keep the quota: what was worked out for one block
 * is looked up in the next of its kind.
 */

/** Most values a block is remembered for: six have 20 states a place at most. */
export const mostRemembered = 6;

export interface BlockPaths {
  /**
   * Goes on from the first place by `marks`, one number in [0, 1) for each, as far as the way is known, and
   * writes which value was taken at each place into `taken`. Answers with the first place not known.
   */
  follow(marks: Float64Array, taken: Int32Array): number;
  /** Remembers of the state where the way stands that value `index` was taken of these chances, and goes on there. A `total` of 0: it is the only one. */
  learn(index: number, chances: Float64Array, total: number): void;
}

interface States {
  /** By state and value: chances added up to the value, and the state after it; -1 while unknown. */
  sums: Float64Array;
  next: Int32Array;
  /** By state: the sum of all chances, 0 while unknown; the last value that has one; the rows placed of each value as one number. */
  totals: Float64Array;
  last: Int32Array;
  keys: Float64Array;
  count: number;
}

/** For blocks of `length` places, at most 200, and `width` values, at most `mostRemembered`. */
export function createBlockPaths(width: number, length: number): BlockPaths {
  const states = createStates(width, length);
  const stateOf = new Map([[0, 0]]);
  const weights = Float64Array.from({ length: width }, (_, index) => (length + 1) ** index);
  let current = 0;
  const stateAfter = (index: number): number => {
    const key = (states.keys[current] ?? 0) + (weights[index] ?? 0);
    const known = stateOf.get(key);
    if (known !== undefined) return known;
    if (states.count === states.totals.length) grow(states, width);
    const added = states.count;
    states.count += 1;
    states.keys[added] = key;
    stateOf.set(key, added);
    return added;
  };
  return {
    follow(marks, taken) {
      const { sums, next, totals, last } = states;
      let [state, place] = [0, 0];
      for (; place < length; place += 1) {
        const mark = (marks[place] ?? 0) * (totals[state] ?? 0);
        const end = last[state] ?? 0;
        const first = state * width;
        let index = 0;
        while (index < end && mark >= (sums[first + index] ?? 0)) index += 1;
        const after = next[first + index] ?? -1;
        if (after < 0) break;
        taken[place] = index;
        state = after;
      }
      current = state;
      return place;
    },
    learn(index, chances, total) {
      if (states.totals[current] === 0) describe(states, current, { width, index, chances, total });
      const after = stateAfter(index);
      states.next[current * width + index] = after;
      current = after;
    },
  };
}

interface Described {
  readonly width: number;
  readonly index: number;
  readonly chances: Float64Array;
  readonly total: number;
}

function describe(
  { sums, totals, last }: States,
  state: number,
  { width, index: only, chances, total }: Described,
): void {
  totals[state] = total > 0 ? total : 1;
  last[state] = only;
  // All marks are at least 0, so they pass the sums of 0 and come to the only value.
  if (!(total > 0)) return;
  let sum = 0;
  for (let index = 0; index < width; index += 1) {
    const chance = chances[index] ?? 0;
    sum += chance;
    sums[state * width + index] = sum;
    if (chance > 0) last[state] = index;
  }
}

function createStates(width: number, capacity: number): States {
  return {
    sums: new Float64Array(capacity * width),
    next: new Int32Array(capacity * width).fill(-1),
    totals: new Float64Array(capacity),
    last: new Int32Array(capacity),
    keys: new Float64Array(capacity),
    count: 1,
  };
}

function grow(states: States, width: number): void {
  const grown = createStates(width, states.count * 2);
  grown.sums.set(states.sums);
  grown.next.set(states.next);
  grown.totals.set(states.totals);
  grown.last.set(states.last);
  grown.keys.set(states.keys);
  Object.assign(states, { ...grown, count: states.count });
}
