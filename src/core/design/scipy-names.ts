/** The laws of scipy.stats that are drawn here. */
export const scipyNames = [
  'lognorm',
  'expon',
  'gamma',
  'beta',
  'triang',
  'weibull_min',
  'pareto',
  't',
  'randint',
  'nbinom',
] as const;

export type ScipyName = (typeof scipyNames)[number];
