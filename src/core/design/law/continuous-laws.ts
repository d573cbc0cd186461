/** Continuous laws in their standard form; scipy's loc and scale come on top. */
import { normalProbability, normalQuantile } from '#core/base/normal.ts';
import { portableExp, portableLog, portablePower } from '#core/base/portable-math.ts';
import { betaProbability, gammaProbability } from '#core/base/special-functions.ts';
import { createInverse } from './inverse.ts';
import type { Law } from './law.ts';

const infinity = Number.POSITIVE_INFINITY;

export function uniformLaw(low: number, high: number): Law {
  const width = high - low;
  return {
    ...{ low, high, isWhole: false },
    quantile: (p) => low + width * p,
    probability: (x) => (width === 0 ? Number(x >= low) : clamp((x - low) / width)),
  };
}

/** Each whole number from low to high alike. */
export function wholeLaw(low: number, high: number): Law {
  const count = high - low + 1;
  return {
    ...{ low, high, isWhole: true },
    quantile: (p) => Math.max(low, low + Math.ceil(p * count) - 1),
    probability: (x) => clamp((Math.floor(x) - low + 1) / count),
  };
}

export function normalLaw(mean: number, stddev: number): Law {
  return {
    ...{ low: -infinity, high: infinity, isWhole: false },
    quantile: (p) => mean + stddev * normalQuantile(p),
    probability: (x) => (stddev === 0 ? Number(x >= mean) : normalProbability((x - mean) / stddev)),
    below: stddev === 0 ? (x) => Number(x > mean) : undefined,
  };
}

export function lognormalLaw(s: number): Law {
  return {
    ...{ low: 0, high: infinity, isWhole: false },
    quantile: (p) => portableExp(s * normalQuantile(p)),
    probability: (x) => (x > 0 ? normalProbability(logOf(x) / s) : 0),
  };
}

export function exponentialLaw(): Law {
  return weibullLaw(1);
}

export function weibullLaw(c: number): Law {
  return {
    ...{ low: 0, high: infinity, isWhole: false },
    quantile: (p) => portablePower(-portableLog(1 - p), 1 / c),
    probability: (x) => (x > 0 ? 1 - portableExp(-portablePower(x, c)) : 0),
  };
}

export function paretoLaw(b: number): Law {
  return {
    ...{ low: 1, high: infinity, isWhole: false },
    quantile: (p) => portablePower(1 - p, -1 / b),
    probability: (x) => (x > 1 ? 1 - portablePower(x, -b) : 0),
  };
}

/** From 0 to 1 with its peak at c. */
export function triangularLaw(c: number): Law {
  return {
    ...{ low: 0, high: 1, isWhole: false },
    quantile: (p) => (p < c ? Math.sqrt(p * c) : 1 - Math.sqrt((1 - p) * (1 - c))),
    probability(x) {
      const at = clamp(x);
      if (at <= c) return c === 0 ? Number(x >= 0) * at : (at * at) / c;
      return 1 - ((1 - at) * (1 - at)) / (1 - c);
    },
  };
}

export function gammaLaw(a: number): Law {
  const probability = (x: number): number => gammaProbability(a, x);
  const shape = { low: 0, high: infinity };
  const inverse = createInverse({ probability, ...shape, centre: a, spread: Math.sqrt(a) + 1 });
  return { ...shape, isWhole: false, probability, quantile: inverse };
}

export function betaLaw(a: number, b: number): Law {
  const probability = (x: number): number => betaProbability(a, b, x);
  const shape = { low: 0, high: 1 };
  const inverse = createInverse({ probability, ...shape, centre: 0.5, spread: 0.5 });
  return { ...shape, isWhole: false, probability, quantile: inverse };
}

/** Student's law; beyond 1e150 squares leave the number range, where its tails hold nothing. */
export function studentLaw(df: number): Law {
  const tail = (x: number): number => betaProbability(df / 2, 0.5, df / (df + x * x)) / 2;
  const probability = (x: number): number => (x < 0 ? tail(x) : 1 - tail(x));
  const inverse = createInverse({ probability, low: -infinity, high: 0, centre: 0, spread: 1 });
  return {
    ...{ low: -infinity, high: infinity, isWhole: false },
    probability,
    // The lower half keeps its digits; the upper one mirrors it.
    quantile: (p) => (p < 0.5 ? inverse(p) : p === 0.5 ? 0 : -inverse(1 - p)),
  };
}

function logOf(x: number): number {
  return x === infinity ? infinity : portableLog(x);
}

function clamp(p: number): number {
  return Math.min(1, Math.max(0, p));
}
