/**
 * Normal numbers of several columns, block by block, made to go along with each other by nothing: within each
 * block they are uncorrelated and spread alike. What chance does in the first rows of a block the last ones
 * make up for, so that correlated columns reach their correlation in few rows.
 */

/** Rows of a block. */
export const blockRows = 100;

/**
 * Changes the last list so that it is uncorrelated with the others, which are so already, and spread as the
 * first. Each number stays normal on its own: the direction of many independent ones is as likely as any
 * other, and stays so when a few directions are taken out of it.
 */
export function balance(errors: readonly Float64Array[]): void {
  const last = errors.at(-1);
  const [first] = errors;
  if (first === undefined || last === undefined || last === first) return;
  const mean = meanOf(last);
  const own = last.map((value) => value - mean);
  for (const other of errors.slice(0, -1)) takeOut(own, other);
  const length = Math.sqrt(productOf(own, own));
  // As many columns as rows leave no direction.
  if (length < 1e-6) return;
  const scale = spreadOf(first) / length;
  for (let row = 0; row < last.length; row += 1) last[row] = mean + (own[row] ?? 0) * scale;
}

function takeOut(own: Float64Array, other: Float64Array): void {
  const mean = meanOf(other);
  const centred = other.map((value) => value - mean);
  const share = productOf(own, centred) / productOf(centred, centred);
  for (let row = 0; row < own.length; row += 1)
    own[row] = (own[row] ?? 0) - share * (centred[row] ?? 0);
}

function spreadOf(values: Float64Array): number {
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0));
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function productOf(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < one.length; row += 1) sum += (one[row] ?? 0) * (other[row] ?? 0);
  return sum;
}
