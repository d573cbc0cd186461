/**
 * Must-rules over sums of drawn numbers, such as `a + 2 * b <= 100`: each column is drawn from what those
 * drawn before it leave, when those drawn after it take as little as their laws can. So the last one always
 * finds room. That holds for one rule at a time; columns that several rules speak of are left alone.
 */
import { comparisonsOfRule, isOrderOperator, type Comparison } from '#core/design/comparison.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import { everything } from '#core/design/interval.ts';
import type { Range } from '#core/design/law/law.ts';
import { difference, linearForm } from '#core/design/linear-form.ts';
import { placesOf } from './number-grid.ts';
import type { Readings } from './readings.ts';

/** The column keeps to `constant + Σ factor · value`, at least or at most. */
export interface LinearBound {
  readonly end: 'low' | 'high';
  readonly terms: readonly { readonly columnId: string; readonly factor: number }[];
  readonly constant: number;
  /** The comparison as written, where all its columns are drawn with this one: numbers at the very end are held against it. */
  readonly test: Comparison | undefined;
}

interface LinearRule {
  /** `constant + Σ factor · value` is 0 or less. */
  readonly factors: readonly (readonly [columnId: string, factor: number])[];
  readonly constant: number;
  readonly written: Comparison;
  readonly constraint: number;
  readonly comparison: number;
}

export interface LinearBounds {
  readonly bounds: ReadonlyMap<string, readonly LinearBound[]>;
  /** Places of the comparisons that the draws keep to. */
  readonly held: readonly { readonly constraint: number; readonly comparison: number }[];
}

interface Parts {
  readonly own: ReadonlyMap<string, Range>;
  readonly readings: Readings;
  readonly isDrawn: (column: Column) => boolean;
  /** Columns that other rules speak of. */
  readonly taken: ReadonlySet<string>;
}

/** Rules that compare two columns or one with a number, without factors, are not read here. */
export function linearBoundsOf(
  design: DatasetDesign,
  rules: readonly LinearRule[],
  { own, readings, isDrawn, taken }: Parts,
): LinearBounds {
  const uses = new Map<string, number>();
  for (const { factors } of rules)
    for (const [id] of factors) uses.set(id, (uses.get(id) ?? 0) + 1);
  const columns = new Map(design.columns.map((column) => [column.id, column]));
  const isFree = (id: string): boolean => {
    const column = columns.get(id);
    return column !== undefined && isDrawn(column) && uses.get(id) === 1 && !taken.has(id);
  };
  const bounds = new Map<string, readonly LinearBound[]>();
  const held = rules.filter((rule) => {
    if (!rule.factors.every(([id]) => isFree(id))) return false;
    const room = roomOf(rule, columns);
    if (!(leastOf(rule.factors, own) + rule.constant + room.before <= 0)) return false;
    const order = orderOf(rule, readings);
    if (order === undefined) return false;
    for (const [id, bound] of boundsOf({ ...rule, factors: order }, own, room))
      bounds.set(id, [bound]);
    return true;
  });
  return { bounds, held };
}

export function linearRulesOf(design: DatasetDesign): readonly LinearRule[] {
  const ids = new Map(design.columns.map(({ id, name }) => [name, id]));
  return design.constraints.flatMap((rule, constraint) =>
    comparisonsOfRule(rule).flatMap((written, comparison): readonly LinearRule[] => {
      const read = readComparison(written, ids);
      return read === undefined ? [] : [{ ...read, written, constraint, comparison }];
    }),
  );
}

function readComparison(
  { left, operator, right }: Comparison,
  ids: ReadonlyMap<string, string>,
): Pick<LinearRule, 'factors' | 'constant'> | undefined {
  const [one, other] = [linearForm(left), linearForm(right)];
  if (one === undefined || other === undefined || !isOrderOperator(operator)) return undefined;
  const form = operator.startsWith('<') ? difference(one, other) : difference(other, one);
  const named = [...form.factors].flatMap(([name, factor]): (readonly [string, number])[] => {
    const id = ids.get(name);
    return id === undefined ? [] : [[id, factor]];
  });
  if (named.length < form.factors.size || named.length === 0) return undefined;
  const factors = named.map(([, factor]) => factor);
  const isPlain =
    factors.every((factor) => Math.abs(factor) === 1) &&
    factors.length < 3 &&
    factors.reduce((total, factor) => total + factor, 0) ===
      (factors.length === 1 ? factors[0] : 0);
  return isPlain ? undefined : { factors: named, constant: form.constant };
}

/** The first of the columns as written is drawn last, where it can be; undefined where they cannot read each other. */
function orderOf({ factors }: LinearRule, readings: Readings): LinearRule['factors'] | undefined {
  for (const last of factors) {
    const order = [...factors.filter((one) => one !== last), last];
    const canBe = order.every(([id], index) =>
      order.slice(0, index).every(([other]) => readings.canRead(id, other)),
    );
    if (!canBe) continue;
    order.forEach(([id], index) => {
      for (const [other] of order.slice(0, index)) readings.add(id, other);
    });
    return order;
  }
  return undefined;
}

interface Room {
  /** For columns that others are drawn after: never the very end of a sum of decimals, which may be more as it is added up. */
  readonly before: number;
  /** For the column that is drawn last. */
  readonly last: number;
}

/**
 * What is added to a sum so that 0 or less of it is what the rule asks for. Where all numbers keep to decimal
 * places, a quarter of the least step keeps the dust of sums away; else a rule leaves its very end out.
 */
function roomOf(
  { factors, constant, written }: LinearRule,
  columns: ReadonlyMap<string, Column>,
): Room {
  const places = factors.map(([id, factor]) => {
    const own = placesOf(columns.get(id));
    return own === undefined ? Number.POSITIVE_INFINITY : own + decimalsOf(factor);
  });
  const most = Math.max(decimalsOf(constant), ...places);
  const dense = 1e-9 * Math.max(1, Math.abs(constant));
  if (most > 9) return { before: dense, last: 0 };
  const step = Number(`1e-${most}`);
  const [strict, plain] = [step * 0.75, -step / 4];
  const last = written.operator.length === 1 ? strict : plain;
  return { before: most > 0 ? strict : last, last };
}

/** The least that a sum can come to by the laws of its columns. */
function leastOf(factors: LinearRule['factors'], own: ReadonlyMap<string, Range>): number {
  return factors.reduce((total, [id, factor]) => {
    const { low, high } = own.get(id) ?? everything;
    return total + Math.min(factor * low, factor * high);
  }, 0);
}

/** Digits behind the point, without the dust of sums. */
function decimalsOf(value: number): number {
  const [mantissa = '', exponent = '0'] = String(Number(value.toPrecision(12))).split('e');
  return Math.max(0, (mantissa.split('.')[1]?.length ?? 0) - Number(exponent));
}

function boundsOf(
  { factors, constant, written }: LinearRule,
  own: ReadonlyMap<string, Range>,
  room: Room,
): readonly (readonly [string, LinearBound])[] {
  return factors.map(([id, factor], index) => {
    const isLast = index === factors.length - 1;
    const later = leastOf(factors.slice(index + 1), own) + (isLast ? room.last : room.before);
    const bound: LinearBound = {
      end: factor > 0 ? 'high' : 'low',
      terms: factors
        .slice(0, index)
        .map(([columnId, each]) => ({ columnId, factor: -each / factor })),
      constant: -(constant + later) / factor,
      test: isLast ? written : undefined,
    };
    return [id, bound];
  });
}
