/** Seeded scatter around a computed number, so that a law is visible and not exact. */
import type { RandomStream } from '#core/base/random.ts';
import type { Noise } from './fill.ts';
import { normalQuantile } from '#core/base/normal.ts';

/**
 * The value plus one deviation for this row. Relative noise is in shares of the value's size, so 0 stays
 * 0. Gaussian deviations have the standard deviation `amount`, uniform ones lie within it.
 */
export function addNoise(
  value: number,
  noise: Noise,
  draw: { readonly random: RandomStream; readonly row: number },
): number {
  const uniform = draw.random.float(draw.row, 0);
  const deviation =
    noise.kind === 'gaussian' ? normalQuantile(Math.max(uniform, 2 ** -54)) : 2 * uniform - 1;
  return value + deviation * noise.amount * (noise.relative ? Math.abs(value) : 1);
}
