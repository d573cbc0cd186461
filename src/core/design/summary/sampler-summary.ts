/** Laws and sampled fills in a few words, for the line of a column. */
import type { DatasetDesign } from '#core/design/design.ts';
import type { Distribution } from '#core/design/distribution.ts';
import type { FillOf } from '#core/design/fill.ts';

export function lawSummary(distribution: Distribution): string {
  switch (distribution.kind) {
    case 'uniform':
    case 'integer':
      return `${short(distribution.low)} to ${short(distribution.high)}`;
    case 'gaussian':
      return `${short(distribution.mean)} ± ${short(distribution.stddev)}`;
    case 'bernoulli':
      return `${short(distribution.p * 100)} % are 1`;
    case 'bernoulli_mixture':
      return `${distribution.distName} in ${short(distribution.p * 100)} %, or 0`;
    case 'binomial':
      return `of ${short(distribution.n)}, ${short(distribution.p * 100)} % each`;
    case 'poisson':
      return `Poisson, mean ${short(distribution.mean)}`;
    case 'scipy':
      return distribution.distName;
    case 'steps':
      return `${distribution.weights.length} steps`;
    case 'mixture':
      return `mixture of ${distribution.parts.length}`;
  }
}

type SamplerFill =
  | FillOf<'timedelta'>
  | FillOf<'person'>
  | FillOf<'faker'>
  | FillOf<'pattern'>
  | FillOf<'constant'>
  | FillOf<'texts'>
  | FillOf<'series'>;

const units = { D: 'days', h: 'hours', m: 'minutes', s: 'seconds' } as const;

export function samplerSummary(fill: SamplerFill, design: DatasetDesign): string {
  switch (fill.kind) {
    case 'timedelta': {
      const name = design.columns.find(({ id }) => id === fill.reference)?.name ?? fill.reference;
      return `${name} + ${short(fill.dtMin)} to ${short(fill.dtMax)} ${units[fill.unit]}`;
    }
    case 'person':
      return `${fill.locale}, ${fill.ageRange.join(' to ')}`;
    case 'faker':
      return fill.method;
    case 'pattern':
      return fill.pattern;
    case 'constant':
      return String(fill.value);
    case 'texts':
      return fill.lists.map((list) => list.length).join(' × ');
    case 'series':
      return `${short(fill.level)}, ${short(fill.trend)} a row`;
  }
}

/** Digits as people write them; floating-point dust is cut off. */
function short(value: number): string {
  return String(Number(value.toPrecision(12)));
}
