/** The numbers a law is made of, as fields: one list that the form and the handles of the picture share. */
import type { Distribution } from '#core/design/distribution.ts';
import { isScipyName, scipyParameters } from '#core/design/law/scipy-law.ts';
import { withoutUndefined } from '#features/designer/shared/without-undefined.ts';

export interface LawParameter {
  /** Its place inside the distribution. */
  readonly path: readonly string[];
  readonly name: string;
  readonly label: string;
  readonly value: number | undefined;
  readonly isOptional: boolean;
  readonly isWhole: boolean;
  readonly change: (value: number | undefined) => Distribution;
}

const labels: Readonly<Record<string, string>> = {
  ...{ low: 'Low', high: 'High', mean: 'Mean', stddev: 'Stddev', p: 'Probability', n: 'Trials' },
};

export function lawParameters(distribution: Distribution): readonly LawParameter[] {
  const isWhole = distribution.kind === 'integer';
  const own = (name: string, isOptional = false): LawParameter => ({
    path: [name],
    name,
    label: labels[name] ?? name,
    value: (distribution as unknown as Readonly<Record<string, number | undefined>>)[name],
    isOptional,
    isWhole: isWhole || name === 'n',
    change: (value) =>
      // The parameter belongs to the distribution it was read from.
      withoutUndefined<Record<string, unknown>>({
        ...distribution,
        [name]: value,
      }) as unknown as Distribution,
  });
  const ends = [own('low', true), own('high', true)];
  switch (distribution.kind) {
    case 'uniform':
    case 'integer':
      return [own('low'), own('high')];
    case 'gaussian':
      return [own('mean'), own('stddev'), ...ends];
    case 'bernoulli':
      return [own('p')];
    case 'binomial':
      return [own('n'), own('p')];
    case 'poisson':
      return [own('mean')];
    case 'bernoulli_mixture':
      return [own('p'), ...scipyFields(distribution)];
    case 'scipy':
      return [...scipyFields(distribution), ...ends];
    case 'mixture':
      return ends;
    case 'steps':
      return [];
  }
}

type ScipyDistribution = Extract<Distribution, { readonly distName: string }>;

function scipyFields(distribution: ScipyDistribution): readonly LawParameter[] {
  const { distName, distParams } = distribution;
  const names = isScipyName(distName) ? scipyParameters(distName) : Object.keys(distParams);
  return names.map((name) => ({
    path: ['distParams', name],
    name: `scipy ${name}`,
    label: name,
    value: distParams[name],
    isOptional: name === 'loc' || name === 'scale',
    isWhole: false,
    change: (value) => ({
      ...distribution,
      distParams: withoutUndefined<Record<string, number>>({
        ...distParams,
        [name]: value,
      }),
    }),
  }));
}
