/**
 * Rules over sums of columns, column by column from the last drawn to the first (Fourier and Motzkin): each
 * column that goes leaves to those before it that its highest low end is not above its lowest high end. So
 * every column finds room between all of its rules, whatever was drawn before it. Where all numbers are
 * whole multiples of their steps, the room is one that holds such a multiple: the “dark shadow” of Pugh,
 * “The Omega test”, 1991. It is exact where one of the two factors is 1, and asks for more than need be elsewhere.
 */
import { decimalPlacesOf } from '#core/base/decimal-places.ts';
import type { Comparison } from '#core/design/comparison.ts';
import { everything } from '#core/design/interval.ts';
import type { Range } from '#core/design/law/law.ts';
import { withoutDust } from './number-grid.ts';

/** The column keeps to `constant + Σ factor · value`, at least or at most. */
export interface LinearBound {
  readonly end: 'low' | 'high';
  readonly terms: readonly { readonly columnId: string; readonly factor: number }[];
  readonly constant: number;
  /** As `constant`, a bit further inwards, where sums of decimals cannot go wrong; there is always a number. */
  readonly inner: number;
  /** The comparison as written: numbers at the very end are held against it. */
  readonly test: Comparison | undefined;
}

export interface LinearColumn {
  readonly id: string;
  /** Where its numbers lie, whatever the other columns are. */
  readonly range: Range;
  /** Decimal places that its numbers keep to; undefined where they lie densely. */
  readonly places: number | undefined;
  /** False for what is drawn as it is. */
  readonly isNarrowable: boolean;
}

/** `constant + Σ factor · value` is 0 or less, or less than 0. */
export interface LinearRule {
  readonly factors: readonly (readonly [columnId: string, factor: number])[];
  readonly constant: number;
  readonly isStrict: boolean;
  readonly written: Comparison | undefined;
}

/** Counted in steps of the columns; where `isWhole`, all of it is whole. */
interface Half {
  readonly factors: ReadonlyMap<string, number>;
  readonly constant: number;
  /** The constant of `LinearBound.inner`. */
  readonly inner: number;
  /** The constant that columns drawn before are held to. */
  readonly room: number;
  readonly isWhole: boolean;
  readonly test: Comparison | undefined;
}

/** Pairs that may still be looked at; shared by what is tried out one after another. */
export interface EliminationBudget {
  pairs: number;
}

/** Larger whole numbers are left to nobody: their sums would not be exact. */
const mostExact = 2 ** 48;
const dust = 1e-9;

/**
 * By column id, for columns in the order in which they are drawn; each reads those before it alone.
 * Undefined where some of the rules may leave a column no room.
 */
export function boundsByElimination(
  rules: readonly LinearRule[],
  order: readonly LinearColumn[],
  budget: EliminationBudget,
): ReadonlyMap<string, readonly LinearBound[]> | undefined {
  const columns = new Map(order.map((column) => [column.id, column]));
  let halves: readonly Half[] = rules
    .map((rule) => halfOf(rule, columns))
    .filter((half) => !followsFromRanges(half, columns));
  const bounds = new Map<string, readonly LinearBound[]>();
  for (const column of order.toReversed()) {
    const own = halves.filter(({ factors }) => factors.has(column.id));
    const rest = halves.filter(({ factors }) => !factors.has(column.id));
    const left = column.isNarrowable
      ? pairsOf(own, column, budget)
      : own.map((half) => atWorst(half, column));
    const kept = keptOf(rest, left, columns);
    if (kept === undefined) return undefined;
    halves = kept;
    if (column.isNarrowable && own.length > 0)
      bounds.set(
        column.id,
        own.map((half) => boundOf(half, column, columns)),
      );
  }
  return bounds;
}

function halfOf(
  { factors, constant, isStrict, written }: LinearRule,
  columns: ReadonlyMap<string, LinearColumn>,
): Half {
  const stepped = new Map(factors.map(([id, factor]) => [id, factor * stepOf(columns.get(id))]));
  const places = factors.map(([id, factor]) => {
    const own = columns.get(id)?.places;
    return own === undefined
      ? Number.POSITIVE_INFINITY
      : own + decimalPlacesOf(withoutDust(factor));
  });
  const most = Math.max(decimalPlacesOf(withoutDust(constant)), ...places);
  const whole = most > 9 ? undefined : wholeHalf(stepped, constant, Number(`1e${most}`));
  if (whole === undefined) {
    const room = dust * sizeOf(stepped, constant, columns);
    const inner = constant + room;
    const test = written;
    return { factors: stepped, constant, inner, room: inner + room, isWhole: false, test };
  }
  const isExact = isStrict || most === 0 || isPlain(factors, constant);
  const least = whole.constant + (isStrict ? 1 : 0);
  const inner = least + (isExact ? 0 : 1);
  return reduced({
    ...{ factors: whole.factors, constant: least, inner, room: inner },
    ...{ isWhole: true, test: isExact ? undefined : written },
  });
}

/** Numbers of two columns are compared as they are. */
function isPlain(factors: LinearRule['factors'], constant: number): boolean {
  return constant === 0 && factors.length < 3 && factors.every(([, each]) => Math.abs(each) === 1);
}

function wholeHalf(
  factors: ReadonlyMap<string, number>,
  constant: number,
  scale: number,
): Pick<Half, 'factors' | 'constant'> | undefined {
  const whole = new Map([...factors].map(([id, each]) => [id, Math.round(each * scale)]));
  const found = { factors: whole, constant: Math.round(constant * scale) };
  return isExactly(found) ? found : undefined;
}

function isExactly({ factors, constant }: Pick<Half, 'factors' | 'constant'>): boolean {
  return [constant, ...factors.values()].every((value) => Math.abs(value) < mostExact);
}

function reduced(half: Half): Half {
  const by = [...half.factors.values()].reduce(commonDivisor, 0);
  if (by < 2) return half;
  const ceil = (value: number): number => Math.ceil(value / by);
  return {
    ...half,
    factors: new Map([...half.factors].map(([id, each]) => [id, each / by])),
    ...{ constant: ceil(half.constant), inner: ceil(half.inner), room: ceil(half.room) },
  };
}

function commonDivisor(one: number, other: number): number {
  let [large, small] = [Math.abs(one), Math.abs(other)];
  while (small > 0) [large, small] = [small, large % small];
  return large;
}

/** What each low end of a column and each high end ask of the columns before it; those of its own range too. */
function* pairsOf(
  own: readonly Half[],
  column: LinearColumn,
  budget: EliminationBudget,
): Generator<Half | undefined> {
  const factorOf = ({ factors }: Half): number => factors.get(column.id) ?? 0;
  const [lowest, highest] = rangeHalves(column);
  const above = own.filter((half) => factorOf(half) > 0);
  const below = own.filter((half) => factorOf(half) < 0);
  for (const upper of [...above, ...highest])
    for (const lower of [...below, ...lowest]) {
      if (highest.includes(upper) && lowest.includes(lower)) continue;
      budget.pairs -= 1;
      yield budget.pairs < 0 ? undefined : pairOf(upper, lower, column);
    }
}

function rangeHalves(column: LinearColumn): readonly [low: Half[], high: Half[]] {
  const { low, high } = stepRange(column);
  const isWhole = column.places !== undefined;
  const half = (factor: number, constant: number): Half[] =>
    Number.isFinite(constant)
      ? [
          {
            factors: new Map([[column.id, factor]]),
            ...{ constant, inner: constant, room: constant, isWhole, test: undefined },
          },
        ]
      : [];
  return [half(-1, low), half(1, -high)];
}

/** Undefined where it is not exact any more. */
function pairOf(upper: Half, lower: Half, column: LinearColumn): Half | undefined {
  const up = upper.factors.get(column.id) ?? 0;
  const down = -(lower.factors.get(column.id) ?? 0);
  const factors = new Map([...upper.factors].map(([id, each]) => [id, each * down]));
  for (const [id, each] of lower.factors) {
    const sum = (factors.get(id) ?? 0) + each * up;
    if (sum === 0 || id === column.id) factors.delete(id);
    else factors.set(id, sum);
  }
  const isWhole = column.places !== undefined && upper.isWhole && lower.isWhole;
  const needed = column.places === undefined ? 0 : stepBetween([upper, up], [lower, down]);
  const constant = upper.room * down + lower.room * up + needed;
  return leftOver({ factors, constant, isWhole });
}

/** How far the two ends have to lie apart so that a step lies between them, times both of the factors. */
function stepBetween(
  [upper, up]: readonly [Half, number],
  [lower, down]: readonly [Half, number],
): number {
  if ((upper.isWhole && up === 1) || (lower.isWhole && down === 1)) return 0;
  return upper.isWhole && lower.isWhole ? (up - 1) * (down - 1) : up * down;
}

/** What is left for columns before one that is drawn as it is; undefined where that may be anything. */
function atWorst(half: Half, column: LinearColumn): Half | undefined {
  const factors = new Map(half.factors);
  const factor = factors.get(column.id) ?? 0;
  factors.delete(column.id);
  const { low, high } = stepRange(column);
  const constant = half.room + factor * (factor > 0 ? high : low);
  return leftOver({ factors, constant, isWhole: half.isWhole });
}

function leftOver({
  factors,
  constant,
  isWhole,
}: Pick<Half, 'factors' | 'constant' | 'isWhole'>): Half | undefined {
  if (!Number.isFinite(constant)) return undefined;
  const common = { inner: constant, test: undefined };
  if (isWhole) {
    if (!isExactly({ factors, constant })) return undefined;
    return reduced({ ...common, factors, constant, room: constant, isWhole });
  }
  const size = Math.max(Math.abs(constant), ...[...factors.values()].map(Math.abs));
  return { ...common, factors, constant, room: constant + dust * size, isWhole };
}

/** Those that are left, without what follows from the ranges; undefined where one of them cannot be. */
function keptOf(
  rest: readonly Half[],
  left: Iterable<Half | undefined>,
  columns: ReadonlyMap<string, LinearColumn>,
): readonly Half[] | undefined {
  const found = new Map<string, Half>();
  for (const half of left) {
    if (half === undefined) return undefined;
    if (followsFromRanges(half, columns)) continue;
    if (half.factors.size === 0) return undefined;
    const key = keyOf(half);
    const known = found.get(key);
    if (known === undefined || known.room < half.room) found.set(key, half);
  }
  return [...rest, ...found.values()];
}

function keyOf({ factors, isWhole }: Half): string {
  const parts = [...factors].sort(([one], [other]) => (one < other ? -1 : 1));
  return `${String(isWhole)} ${parts.map(([id, each]) => `${id} ${each}`).join(' ')}`;
}

function followsFromRanges(
  { factors, room }: Half,
  columns: ReadonlyMap<string, LinearColumn>,
): boolean {
  let most = room;
  for (const [id, each] of factors) {
    const { low, high } = stepRange(columns.get(id));
    most += each * (each > 0 ? high : low);
  }
  return most <= 0;
}

/** About how large the numbers are that are added up. */
function sizeOf(
  factors: ReadonlyMap<string, number>,
  constant: number,
  columns: ReadonlyMap<string, LinearColumn>,
): number {
  const parts = [...factors].map(([id, each]) => {
    const { low, high } = stepRange(columns.get(id));
    const most = Math.max(...[low, high].map(Math.abs).filter(Number.isFinite), 0);
    return Math.abs(each) * most;
  });
  return Math.max(1, Math.abs(constant), ...parts);
}

function boundOf(
  { factors, constant, inner, isWhole, test }: Half,
  { id }: LinearColumn,
  columns: ReadonlyMap<string, LinearColumn>,
): LinearBound {
  const factor = factors.get(id) ?? 1;
  const step = stepOf(columns.get(id));
  // Half a step of whole sums keeps the dust of decimals away.
  const margin = isWhole ? 0.5 : 0;
  const end = (value: number): number => (-(value - margin) / factor) * step;
  return {
    end: factor > 0 ? 'high' : 'low',
    terms: [...factors].flatMap(([columnId, each]) =>
      columnId === id
        ? []
        : [{ columnId, factor: (-each / factor) * (step / stepOf(columns.get(columnId))) }],
    ),
    ...{ constant: end(constant), inner: end(inner), test },
  };
}

function stepOf(column: LinearColumn | undefined): number {
  return column?.places === undefined ? 1 : Number(`1e-${column.places}`);
}

/** The range in steps, without what lies between them. */
function stepRange(column: LinearColumn | undefined): Range {
  const { low, high } = column?.range ?? everything;
  if (column?.places === undefined) return { low, high };
  const scale = Number(`1e${column.places}`);
  return { low: Math.ceil(low * scale - 1e-6), high: Math.floor(high * scale + 1e-6) };
}
