/** The numbers of so many decimal places inside a range: drawn from evenly, so that neither end comes half as often. */

/** Powers of ten that decimal places use, as literals: the power operator may be a bit off on some machines. */
const powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12] as const;

export interface DecimalGrid {
  /** How many numbers there are; at least 1. */
  readonly count: number;
  /** The number at `index` in [0, count), ascending; the double nearest to its decimal form. */
  at(index: number): number;
}

/** The multiples of 10^−places from `low` to `high`, both included. Undefined when there is none or too many to count exactly. */
export function createDecimalGrid(
  low: number,
  high: number,
  places: number,
): DecimalGrid | undefined {
  const first = Math.ceil(shiftDecimal(low, places));
  const last = Math.floor(shiftDecimal(high, places));
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(last) || last < first) return undefined;
  const count = last - first + 1;
  if (!Number.isSafeInteger(count)) return undefined;
  const power = powers[places] ?? 1;
  return { count, at: (index) => positiveZero((first + index) / power) };
}

/** value · 10^places, exact in decimals: 1.1 shifted by 1 is 11, where 1.1 · 10 is not. */
function shiftDecimal(value: number, places: number): number {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  return Number(`${mantissa}e${Number(exponent) + places}`);
}

function positiveZero(value: number): number {
  return value === 0 ? 0 : value;
}
