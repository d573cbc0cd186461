/** When two laws differ by place and scale alone: numbers of such laws go along with others alike. */
import type { Distribution } from '#core/design/distribution.ts';
import type { Column } from '#core/design/design.ts';
import type { FillOf } from '#core/design/fill.ts';
import { cutOf } from './law-of.ts';

/** The same text for fills whose numbers are `a + b · X` of one X, with b above 0. Ends and rounding make a shape of their own. */
export function lawShape(
  { distribution, decimalPlaces }: FillOf<'number'>,
  type: Column['type'],
): string {
  const places = type === 'integer' ? 0 : decimalPlaces;
  const plain = places === undefined ? plainShape(distribution) : undefined;
  return plain ?? JSON.stringify([distribution, places]);
}

function plainShape(distribution: Distribution): string | undefined {
  if (distribution.kind === 'uniform')
    return distribution.low < distribution.high ? 'uniform' : undefined;
  const { low, high } = cutOf(distribution);
  if (Number.isFinite(low) || Number.isFinite(high)) return undefined;
  if (distribution.kind === 'gaussian') return distribution.stddev > 0 ? 'gaussian' : undefined;
  if (distribution.kind !== 'scipy') return undefined;
  const shapes = Object.entries(distribution.distParams).filter(
    ([name]) => name !== 'loc' && name !== 'scale',
  );
  return JSON.stringify([
    distribution.distName,
    shapes.toSorted(([one], [other]) => (one < other ? -1 : 1)),
  ]);
}
