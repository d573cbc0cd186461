/**
 * Comparisons of numbers as a graph: an arc says `lower + gap ≤ upper`, and place 0 is the number 0, so
 * that bounds by constants are arcs too. Arcs cannot all hold exactly when some circle of them asks a
 * number to be above itself; the arcs of one such circle are the reason, and none of them can be left out.
 * Found as in Cotton and Maler, “Fast and flexible difference constraint propagation for DPLL(T)”, 2006.
 */

export interface Arc {
  readonly lower: number;
  readonly upper: number;
  readonly gap: number;
  /** The two may not be that close either: `lower + gap < upper`. */
  readonly isStrict: boolean;
}

export interface DifferenceGraph<Kind extends Arc> {
  /**
   * Takes the arc, or gives the circle that it would close, itself first and each arc beginning where the
   * one before ends; it is then left out. Costs what the arc moves: nothing where it follows already.
   */
  add(arc: Kind): readonly Kind[] | undefined;
  /**
   * What the arcs leave of each place, both ends included; infinite where nothing bounds it. `inwards` moves
   * an end to where the numbers of its place can be. Ends that pass each other leave the place nothing.
   */
  ranges(inwards?: Inwards): { readonly low: Float64Array; readonly high: Float64Array };
}

/** The nearest number of a place that is not below a low end, or not above a high one. */
export type Inwards = (place: number, value: number, end: 'low' | 'high') => number;

/** A number and how often it was left behind by as little as can be. */
interface Level {
  readonly value: number;
  readonly strictness: number;
}

const start: Level = { value: 0, strictness: 0 };

function after({ value, strictness }: Level, { gap, isStrict }: Arc): Level {
  return { value: value + gap, strictness: strictness + (isStrict ? 1 : 0) };
}

/** Sums of decimal fractions are not exact: what differs by less than this part is the same. A second of a date is more. */
const tolerance = 1e-12;

function isAbove(one: Level, other: Level): boolean {
  const scale = Math.max(1, Math.abs(one.value), Math.abs(other.value));
  const difference = one.value - other.value;
  if (Math.abs(difference) > tolerance * scale) return difference > 0;
  return one.strictness > other.strictness;
}

/** `placeCount` counts place 0. */
export function createDifferenceGraph<Kind extends Arc>(placeCount: number): DifferenceGraph<Kind> {
  const out: Kind[][] = Array.from({ length: placeCount }, () => []);
  const into: Kind[][] = Array.from({ length: placeCount }, () => []);
  const levels: Level[] = Array.from({ length: placeCount }, () => start);
  const levelOf = (place: number): Level => levels[place] ?? start;
  let arcCount = 0;

  /** Lifts what stands too low after the arc; the way back to its own start is a contradiction. */
  const lift = (arc: Kind): readonly Kind[] | undefined => {
    const before = new Map<number, Level>();
    const cause = new Map<number, Kind>();
    const raise = (step: Kind): boolean => {
      const level = after(levelOf(step.lower), step);
      if (!isAbove(level, levelOf(step.upper))) return false;
      if (!before.has(step.upper)) before.set(step.upper, levelOf(step.upper));
      levels[step.upper] = level;
      cause.set(step.upper, step);
      return true;
    };
    const ahead = raise(arc) ? [arc.upper] : [];
    // Without a circle no more than this moves; rounding shall not make numbers creep beyond it.
    const most = placeCount * (arcCount + 1);
    for (let next = 0; next < Math.min(ahead.length, most); next += 1) {
      for (const step of out[ahead[next] ?? 0] ?? []) {
        if (!raise(step)) continue;
        if (step.upper !== arc.lower) {
          ahead.push(step.upper);
          continue;
        }
        for (const [place, level] of before) levels[place] = level;
        return circleOf(arc, cause);
      }
    }
    return undefined;
  };

  return {
    add(arc) {
      const circle = arc.lower === arc.upper ? loopOf(arc) : lift(arc);
      if (circle !== undefined) return circle;
      out[arc.lower]?.push(arc);
      into[arc.upper]?.push(arc);
      arcCount += 1;
      return undefined;
    },
    ranges: (inwards = (_, value) => value) => ({
      low: bestFrom(out, 'upper', (place, value) => inwards(place, value, 'low')),
      high: bestFrom(into, 'lower', (place, value) => inwards(place, value, 'high')),
    }),
  };
}

function loopOf<Kind extends Arc>(arc: Kind): readonly Kind[] | undefined {
  return isAbove(after(start, arc), start) ? [arc] : undefined;
}

function circleOf<Kind extends Arc>(arc: Kind, cause: ReadonlyMap<number, Kind>): readonly Kind[] {
  const back: Kind[] = [];
  for (let step = cause.get(arc.lower); step !== undefined; step = cause.get(step.lower)) {
    back.push(step);
    if (step.lower === arc.upper) break;
  }
  return [arc, ...back.reverse()];
}

/** How often an end moves before it stays: numbers in steps can push each other on for as long as there are any. */
const mostMoves = 64;

/** The tightest bound of each place that follows from place 0; no circle of the arcs lifts anything but by the way of steps. */
function bestFrom(
  arcs: readonly (readonly Arc[])[],
  end: 'lower' | 'upper',
  inwards: (place: number, value: number) => number,
): Float64Array {
  const sign = end === 'upper' ? 1 : -1;
  const left = new Uint8Array(arcs.length).fill(mostMoves);
  left[0] = 0;
  const best = new Float64Array(arcs.length).fill(-sign * Number.POSITIVE_INFINITY);
  best[0] = 0;
  const ahead = [0];
  const isWaiting = new Uint8Array(arcs.length);
  // It grows while it is walked.
  for (const place of ahead) {
    isWaiting[place] = 0;
    for (const arc of arcs[place] ?? []) {
      const target = arc[end];
      const bound = inwards(target, (best[place] ?? 0) + sign * arc.gap);
      const known = best[target] ?? 0;
      const isTighter = sign * (bound - known) > tolerance * Math.max(1, Math.abs(bound));
      if (!isTighter || left[target] === 0) continue;
      best[target] = bound;
      left[target] = (left[target] ?? 0) - 1;
      if (isWaiting[target] === 0) ahead.push(target);
      isWaiting[target] = 1;
    }
  }
  return best;
}
