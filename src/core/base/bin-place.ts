/** Which bin of equal width a number falls into. */

/** Some units in the last place. */
const rounding = 2 ** -50;

/**
 * The greatest k with k · width ≤ value; `width` is above 0. A number that lies on a border but for
 * rounding counts as on it: 0.3 / 0.1 is a little below 3, and 0.3 still is the third tenth.
 */
export function binPlace(value: number, width: number): number {
  const place = value / width;
  const nearest = Math.round(place);
  return Math.abs(place - nearest) <= Math.abs(nearest) * rounding ? nearest : Math.floor(place);
}
