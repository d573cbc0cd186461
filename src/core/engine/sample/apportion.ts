/**
 * Largest remainder (Hamilton): how many of n rows each value gets. Counts for growing n never
 * shrink, so that a longer dataset can begin with the shorter one.
 */

/** Targets are counted in billionths of a row, whole numbers: ties and whole targets are then exact. */
export const targetUnit = 1e9;

/** rows · share in units of `targetUnit`; exact for up to 8,000,000 rows. */
export function scaledTarget(share: number, rows: number): number {
  return Math.round(share * rows * targetUnit);
}

/** Keeps a remainder and a lot apart in one sortable whole number below 2⁵³. */
const lotRange = 2 ** 20;

/**
 * Writes into `counts` the largest-remainder apportionment of `rows` rows. Where that would give a
 * value fewer rows than `previous` (the Alabama paradox), the value keeps its rows and those
 * furthest above their target give theirs back, never below `previous`. `previous` must add up to no
 * more than `rows`; both arrays have one entry per value and stay the caller's.
 */
export type Apportion = (rows: number, previous: Int32Array, counts: Int32Array) => void;

/**
 * `shares` add up to 1. Ties are settled by lot: `lot(rows, value)` is a whole number in [0, 2²⁰), and
 * the lower one wins; equal lots go by table order.
 */
export function createApportion(
  shares: Float64Array,
  lot: (rows: number, value: number) => number,
): Apportion {
  const keys = new Float64Array(shares.length);
  const order = new Float64Array(shares.length);
  const giveRows = (rows: number, counts: Int32Array): void => {
    let left = rows;
    for (let value = 0; value < shares.length; value += 1) {
      const target = scaledTarget(shares[value] ?? 0, rows);
      const whole = Math.floor(target / targetUnit);
      const missing = targetUnit - (target - whole * targetUnit);
      counts[value] = whole;
      keys[value] = missing * lotRange + lot(rows, value);
      left -= whole;
    }
    if (left <= 0) return;
    // The key of the last value that is rounded up; sorting a copy of the keys is the cheap way to it.
    const last = sorted(keys, order)[left - 1] ?? 0;
    for (let value = 0; value < keys.length; value += 1)
      if ((keys[value] ?? 0) < last) {
        addTo(counts, value, 1);
        left -= 1;
      }
    for (let value = 0; value < keys.length && left > 0; value += 1)
      if (keys[value] === last) {
        addTo(counts, value, 1);
        left -= 1;
      }
  };
  return (rows, previous, counts) => {
    giveRows(rows, counts);
    let excess = 0;
    for (let value = 0; value < counts.length; value += 1) {
      const shrunk = (previous[value] ?? 0) - (counts[value] ?? 0);
      if (shrunk <= 0) continue;
      addTo(counts, value, shrunk);
      excess += shrunk;
    }
    for (; excess > 0; excess -= 1)
      addTo(counts, furthestAbove({ shares, rows, previous, counts }), -1);
  };
}

interface Standing {
  readonly shares: Float64Array;
  readonly rows: number;
  readonly previous: Int32Array;
  readonly counts: Int32Array;
}

/** The value furthest above its target among those that gained rows; the last of equals. */
function furthestAbove({ shares, rows, previous, counts }: Standing): number {
  let found = -1;
  let surplus = Number.NEGATIVE_INFINITY;
  for (let value = 0; value < counts.length; value += 1) {
    const count = counts[value] ?? 0;
    const above = count * targetUnit - scaledTarget(shares[value] ?? 0, rows);
    if (count <= (previous[value] ?? 0) || above < surplus) continue;
    found = value;
    surplus = above;
  }
  return found;
}

function addTo(counts: Int32Array, value: number, rows: number): void {
  counts[value] = (counts[value] ?? 0) + rows;
}

/** Few keys are put in order by hand: the general way costs more than all the rest. */
const fewKeys = 16;

function sorted(keys: Float64Array, into: Float64Array): Float64Array {
  into.set(keys);
  if (keys.length > fewKeys) return into.sort();
  for (let end = 1; end < into.length; end += 1) {
    const key = into[end] ?? 0;
    let place = end;
    for (; place > 0 && (into[place - 1] ?? 0) > key; place -= 1)
      into[place] = into[place - 1] ?? 0;
    into[place] = key;
  }
  return into;
}
