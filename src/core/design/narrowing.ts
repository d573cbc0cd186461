/**
 * Turns must-rules about order (`deposit < price`, `price > 100`) into ranges from which numbers are
 * drawn, so that no row is drawn twice. First constants are carried through all rules until nothing
 * moves; then, column by column, what is drawn later is bounded by what was drawn before.
 */
import { columnDependencies } from './dependencies.ts';
import type { Column, DatasetDesign } from './design.ts';
import { inequalitiesOf, type Inequality } from './inequality.ts';
import { everything, rangesOf } from './interval.ts';
import { lawOf } from './law/law-of.ts';
import type { Range } from './law/law.ts';

/** The value of another column plus a number. */
export interface MovingBound {
  readonly columnId: string;
  readonly add: number;
}

/** A column keeps to the range and to all moving bounds; both ends belong to it. */
export interface Narrowing extends Range {
  readonly atLeast: readonly MovingBound[];
  readonly atMost: readonly MovingBound[];
}

export interface Infeasible {
  /** Place of the rule that leaves nothing. */
  readonly constraint: number;
  readonly columnId: string;
  /** Where the column lies by itself and by the rules before; undefined where two rules contradict each other. */
  readonly range: Range | undefined;
}

export interface Narrowings {
  /** By column id; only columns that a rule narrows. */
  readonly columns: ReadonlyMap<string, Narrowing>;
  readonly infeasible: readonly Infeasible[];
}

export function narrowingsOf(design: DatasetDesign): Narrowings {
  const inequalities = inequalitiesOf(design);
  if (inequalities.length === 0) return { columns: new Map(), infeasible: [] };
  const columns = new Map(design.columns.map((column) => [column.id, column]));
  const { ranges, infeasible, touched } = propagate(inequalities, columns, rangesOf(design));
  const closed = closureOf(inequalities, columns);
  const edges = orient(closed, { design, columns });
  const ids = new Set([...touched, ...edges.keys()]);
  return {
    infeasible: [...infeasible, ...contradictions(closed)],
    columns: new Map(
      [...ids].map((id) => [
        id,
        { ...(ranges.get(id) ?? everything), ...(edges.get(id) ?? { atLeast: [], atMost: [] }) },
      ]),
    ),
  };
}

/** True when a column draws from a law that can be cut: a number, whatever row of its conditional table it meets. */
function isNarrowable(column: Column | undefined): column is Column {
  if (column === undefined || column.convertTo !== undefined) return false;
  return [column.fill, ...(column.conditionalParams ?? []).map(({ fill }) => fill)].every(
    ({ kind }) => kind === 'number',
  );
}

/** The distance between neighbouring numbers of a column; 0 when they lie densely. */
function stepOf(column: Column | undefined): number {
  if (column === undefined) return 0;
  const { fill, type } = column;
  if (type === 'integer') return 1;
  if (fill.kind !== 'number') return 0;
  if (fill.decimalPlaces !== undefined) return Number(`1e-${fill.decimalPlaces}`);
  const law = lawOf(fill.distribution);
  return law.ok && law.value.isWhole ? 1 : 0;
}

type Columns = ReadonlyMap<string, Column>;

/** How far apart a strict rule keeps two numbers. */
function gapOf({ lower, upper, isStrict }: Inequality, columns: Columns): number {
  if (!isStrict) return 0;
  const steps = [lower, upper].flatMap(({ columnId }) =>
    columnId === undefined ? [] : [stepOf(columns.get(columnId))],
  );
  return Math.min(...steps);
}

interface Propagated {
  readonly ranges: ReadonlyMap<string, Range>;
  readonly infeasible: readonly Infeasible[];
  /** Columns that a constant bounds. */
  readonly touched: ReadonlySet<string>;
}

function propagate(
  inequalities: readonly Inequality[],
  columns: Columns,
  own: ReadonlyMap<string, Range>,
): Propagated {
  const ranges = new Map(own);
  const touched = new Set<string>();
  const infeasible = new Map<number, Infeasible>();
  const meet = (rule: Inequality, columnId: string | undefined, cut: Range): boolean => {
    if (columnId === undefined) return false;
    const range = ranges.get(columnId) ?? everything;
    const next = { low: Math.max(range.low, cut.low), high: Math.min(range.high, cut.high) };
    // A strict rule between numbers that lie densely leaves nothing where only one point is left.
    const isPoint = next.low === next.high && rule.isStrict && gapOf(rule, columns) === 0;
    if (next.low > next.high || isPoint) {
      infeasible.set(rule.constraint, { constraint: rule.constraint, columnId, range });
      return false;
    }
    if (next.low === range.low && next.high === range.high) return false;
    if (!isNarrowable(columns.get(columnId))) return false;
    ranges.set(columnId, next);
    touched.add(columnId);
    return true;
  };
  // Each round carries a bound one rule further; a circle of rules is for the closure to find.
  for (let round = 0, moved = true; moved && round <= inequalities.length; round += 1) {
    moved = false;
    for (const rule of inequalities) {
      if (infeasible.has(rule.constraint)) continue;
      const { lower, upper } = rule;
      const gap = gapOf(rule, columns);
      const rangeOf = (id: string | undefined): Range =>
        id === undefined ? { low: 0, high: 0 } : (ranges.get(id) ?? everything);
      const least = rangeOf(lower.columnId).low + lower.offset - upper.offset + gap;
      const most = rangeOf(upper.columnId).high + upper.offset - lower.offset - gap;
      if (meet(rule, upper.columnId, { ...everything, low: least })) moved = true;
      if (meet(rule, lower.columnId, { ...everything, high: most })) moved = true;
    }
  }
  return { ranges, infeasible: [...infeasible.values()], touched };
}

interface Edge {
  readonly lower: string;
  readonly upper: string;
  /** lower + gap ≤ upper */
  readonly gap: number;
  readonly isStrict: boolean;
  readonly constraint: number;
  /** The column to give way; undefined where the rule only follows from others. */
  readonly target: string | undefined;
}

/** The rules between two columns and those that follow from them: from a < b and b < c follows a < c. */
function closureOf(inequalities: readonly Inequality[], columns: Columns): readonly Edge[] {
  const edges = new Map<string, Edge>();
  const put = (edge: Edge): void => {
    const key = JSON.stringify([edge.lower, edge.upper]);
    const known = edges.get(key);
    if (known === undefined || edge.gap > known.gap)
      edges.set(key, { ...edge, target: known?.target ?? edge.target });
  };
  for (const rule of inequalities) {
    const { lower, upper, target } = rule;
    if (lower.columnId === undefined || upper.columnId === undefined) continue;
    const gap = lower.offset - upper.offset + gapOf(rule, columns);
    const { isStrict, constraint } = rule;
    const ends = { lower: lower.columnId, upper: upper.columnId };
    put({ ...ends, gap, isStrict, constraint, target });
  }
  const ids = [...new Set([...edges.values()].flatMap(({ lower, upper }) => [lower, upper]))];
  for (const middle of ids) {
    const into = [...edges.values()].filter(({ upper }) => upper === middle);
    const out = [...edges.values()].filter(({ lower }) => lower === middle);
    const pairs = into.flatMap((first) => out.map((second) => [first, second] as const));
    for (const [first, second] of pairs)
      if (first.lower !== second.upper) put(joined(first, second));
  }
  return [...edges.values()];
}

/** What follows from two rules that share a column. */
function joined(first: Edge, second: Edge): Edge {
  return {
    lower: first.lower,
    upper: second.upper,
    gap: first.gap + second.gap,
    isStrict: first.isStrict || second.isStrict,
    constraint: Math.max(first.constraint, second.constraint),
    target: undefined,
  };
}

/** Rules that put each of two columns above the other; the last of them is named. */
function contradictions(edges: readonly Edge[]): readonly Infeasible[] {
  const found = new Map<number, Infeasible>();
  for (const edge of edges) {
    const back = edges.find(({ lower, upper }) => lower === edge.upper && upper === edge.lower);
    if (back === undefined) continue;
    const sum = edge.gap + back.gap;
    if (sum < 0 || (sum === 0 && !edge.isStrict && !back.isStrict)) continue;
    const constraint = Math.max(edge.constraint, back.constraint);
    found.set(constraint, { constraint, columnId: edge.upper, range: undefined });
  }
  return [...found.values()];
}

interface Bounds {
  readonly atLeast: MovingBound[];
  readonly atMost: MovingBound[];
}

/** Decides for each rule which of its two columns is drawn from within the other, without closing a circle. */
function orient(
  edges: readonly Edge[],
  { design, columns }: { readonly design: DatasetDesign; readonly columns: Columns },
): ReadonlyMap<string, Bounds> {
  const reads = new Map([...columnDependencies(design)].map(([id, set]) => [id, new Set(set)]));
  const bounds = new Map<string, Bounds>();
  const written = design.columns
    .filter(({ fill }) => fill.kind === 'generated')
    .map(({ id }) => id);
  const stated = edges.filter(({ target }) => target !== undefined);
  const implied = edges.filter(({ target }) => target === undefined);
  for (const edge of [...stated, ...implied]) {
    const { lower, upper, gap } = edge;
    const preferred = edge.target ?? upper;
    const other = preferred === upper ? lower : upper;
    const target = [preferred, other].find((id) => {
      const read = id === upper ? lower : upper;
      return isNarrowable(columns.get(id)) && !reaches(reads, read, isOneOf([id, ...written]));
    });
    if (target === undefined) continue;
    const read = target === upper ? lower : upper;
    reads.get(target)?.add(read);
    const own = bounds.get(target) ?? { atLeast: [], atMost: [] };
    bounds.set(target, own);
    if (target === upper) own.atLeast.push({ columnId: read, add: gap });
    else own.atMost.push({ columnId: read, add: -gap });
  }
  return bounds;
}

function isOneOf(ids: readonly string[]): (id: string) => boolean {
  const known = new Set(ids);
  return (id) => known.has(id);
}

function reaches(
  reads: ReadonlyMap<string, ReadonlySet<string>>,
  from: string,
  isTarget: (id: string) => boolean,
): boolean {
  const seen = new Set<string>();
  const ahead = [from];
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    if (isTarget(id)) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    ahead.push(...(reads.get(id) ?? []));
  }
  return false;
}
