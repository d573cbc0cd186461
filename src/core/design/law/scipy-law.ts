/** Laws by their names and parameters in scipy.stats. */
import { failure, success, type Result } from '#core/base/result.ts';
import { scipyNames, type ScipyName } from '#core/design/scipy-names.ts';
import {
  betaLaw,
  exponentialLaw,
  gammaLaw,
  lognormalLaw,
  paretoLaw,
  studentLaw,
  triangularLaw,
  weibullLaw,
  wholeLaw,
} from './continuous-laws.ts';
import { negativeBinomialLaw } from './count-law.ts';
import { moved, type Law } from './law.ts';

type Parameters = Readonly<Record<string, number>>;

interface Entry {
  /** Names of the parameters it must have, in scipy's order. */
  readonly shapes: readonly string[];
  readonly hasScale: boolean;
  /** The standard law of these shapes. */
  readonly create: (...shapes: readonly number[]) => Result<Law, string>;
}

/** A law whose shapes are all above 0. */
function positive(shapes: readonly string[], create: (a: number, b: number) => Law): Entry {
  return {
    shapes,
    hasScale: true,
    create: (a = 1, b = 1) =>
      a > 0 && b > 0 ? success(create(a, b)) : failure(`Above 0 must be: ${shapes.join(', ')}.`),
  };
}

const entries: Readonly<Record<ScipyName, Entry>> = {
  lognorm: positive(['s'], lognormalLaw),
  expon: positive([], exponentialLaw),
  gamma: positive(['a'], gammaLaw),
  beta: positive(['a', 'b'], betaLaw),
  triang: {
    shapes: ['c'],
    hasScale: true,
    create: (c = 0) =>
      c >= 0 && c <= 1 ? success(triangularLaw(c)) : failure('The peak c lies between 0 and 1.'),
  },
  weibull_min: positive(['c'], weibullLaw),
  pareto: positive(['b'], paretoLaw),
  t: positive(['df'], studentLaw),
  randint: {
    shapes: ['low', 'high'],
    hasScale: false,
    create: (low = 0, high = 1) =>
      Math.ceil(low) < Math.ceil(high)
        ? success(wholeLaw(Math.ceil(low), Math.ceil(high) - 1))
        : failure('The end high is above low; it is itself not drawn.'),
  },
  nbinom: {
    shapes: ['n', 'p'],
    hasScale: false,
    create: (n = 0, p = 0) => negativeBinomialLaw(n, p),
  },
};

export function isScipyName(name: string): name is ScipyName {
  return (scipyNames as readonly string[]).includes(name);
}

/** Parameters the law takes, in scipy's order: its shapes, then loc and, for continuous ones, scale. */
export function scipyParameters(name: ScipyName): readonly string[] {
  const { shapes, hasScale } = entries[name];
  return [...shapes, 'loc', ...(hasScale ? ['scale'] : [])];
}

/** Fails, in plain words, for an unknown law, a missing or unknown parameter, or a value it does not take. */
export function scipyLaw(name: string, parameters: Parameters): Result<Law, string> {
  if (!isScipyName(name))
    return failure(`“${name}” is not drawn here. Laws: ${scipyNames.join(', ')}.`);
  const { shapes, hasScale, create } = entries[name];
  const known = scipyParameters(name);
  const unknown = Object.keys(parameters).find((key) => !known.includes(key));
  if (unknown !== undefined)
    return failure(`The law ${name} has no parameter ${unknown}. Parameters: ${known.join(', ')}.`);
  const missing = shapes.find((shape) => !Object.hasOwn(parameters, shape));
  if (missing !== undefined) return failure(`The law ${name} needs the parameter ${missing}.`);
  if (Object.values(parameters).some((value) => !Number.isFinite(value)))
    return failure('The parameters must be finite numbers.');
  const { loc = 0, scale = 1 } = parameters;
  if (hasScale && !(scale > 0)) return failure('The scale is above 0.');
  const law = create(...shapes.map((shape) => parameters[shape] ?? 0));
  return law.ok ? success(moved(law.value, loc, scale)) : law;
}
