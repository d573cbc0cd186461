/** The shares of attribute values: what is given stays, what is missing shares the rest. */

/** As Python's `math.isclose` with its usual tolerance. */
export function isClose(first: number, second: number): boolean {
  return Math.abs(first - second) <= 1e-9 * Math.max(Math.abs(first), Math.abs(second));
}

/** One rate for each value. The sum of the given ones must not exceed 1; it may be less. */
export function spreadRates(rates: readonly (number | null | undefined)[]): readonly number[] {
  const given = rates.filter((rate): rate is number => typeof rate === 'number');
  const sum = given.reduce((total, rate) => total + rate, 0);
  const missing = rates.length - given.length;
  const rest = missing === 0 ? 0 : Math.max(0, 1 - sum) / missing;
  return rates.map((rate) => rate ?? rest);
}
