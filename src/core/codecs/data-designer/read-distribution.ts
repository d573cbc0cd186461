/** Laws of numbers as parameters of samplers, and the few that have another name here. */
import type { JsonObject } from '#core/base/json.ts';
import { numberAt, objectAt, textAt } from './values.ts';
import { columnOf } from './reading.ts';

/** A bound so many standard deviations away is none. */
export const farAway = 40;

/** Digits that survive the way through units of the standard deviation. */
const keptDigits = 12;

/** The distribution of a sampler type; undefined for those that are no numbers. */
export function readDistribution(type: string, params: JsonObject): JsonObject | undefined {
  const number = (key: string): number => numberAt(params, key) ?? 0;
  switch (type) {
    case 'uniform':
      return { kind: 'uniform', low: number('low'), high: number('high') };
    case 'gaussian':
      return { kind: 'gaussian', mean: number('mean'), stddev: number('stddev') };
    case 'bernoulli':
      return { kind: 'bernoulli', p: number('p') };
    case 'binomial':
      return { kind: 'binomial', n: number('n'), p: number('p') };
    case 'poisson':
      return { kind: 'poisson', mean: number('mean') };
    case 'bernoulli_mixture':
      return { kind: 'bernoulli_mixture', p: number('p'), ...scipyOf(params) };
    case 'scipy':
      return readScipy(params);
    default:
      return undefined;
  }
}

function scipyOf(params: JsonObject) {
  const entries = Object.entries(objectAt(params, 'dist_params'));
  return {
    distName: textAt(params, 'dist_name') ?? '',
    distParams: Object.fromEntries(entries.filter(([, value]) => typeof value === 'number')),
  };
}

/** `randint` and `truncnorm` are laws of their own here, where nothing else is said about them. */
function readScipy(params: JsonObject): JsonObject {
  const law = scipyOf(params);
  const given = law.distParams as Record<string, number>;
  const own = law.distName === 'randint' ? readWhole(given) : undefined;
  const bounded = law.distName === 'truncnorm' ? readTruncated(given) : undefined;
  return own ?? bounded ?? { kind: 'scipy', ...law };
}

function readWhole({
  low,
  high,
  loc = 0,
  ...others
}: Record<string, number>): JsonObject | undefined {
  const isPlain = loc === 0 && Object.keys(others).length === 0;
  if (!isPlain || low === undefined || high === undefined) return undefined;
  return { kind: 'integer', low, high: high - 1 };
}

function readTruncated({
  a,
  b,
  loc = 0,
  scale = 1,
  ...others
}: Record<string, number>): JsonObject | undefined {
  if (Object.keys(others).length > 0 || a === undefined || b === undefined) return undefined;
  return columnOf({
    kind: 'gaussian',
    mean: loc,
    stddev: scale,
    low: a <= -farAway ? undefined : plain(loc + a * scale),
    high: b >= farAway ? undefined : plain(loc + b * scale),
  });
}

function plain(value: number): number {
  return Number(value.toPrecision(keptDigits));
}
