/** The correlations that must-rules about two sampled numbers ask for: rules that hang together make one matrix. */
import { isCorrelationMatrix, type Matrix } from '#core/base/matrix.ts';
import type { Constraint } from './constraint.ts';
import type { Range } from './law/law.ts';
import { findColumn, type Column, type DatasetDesign } from './design.ts';

export interface ImpliedMatrix {
  readonly columnIds: readonly string[];
  /** Not repaired: rules that contradict each other give what no numbers can have. */
  readonly matrix: Matrix;
  /** Indices of the rules, ascending. */
  readonly rules: readonly number[];
}

interface Pair extends Range {
  readonly x: string;
  readonly y: string;
  /** The wanted correlation, between low and high; undefined where independent numbers meet the rule. */
  readonly r: number | undefined;
  /** Index of the rule. */
  readonly rule: number;
}

/** Pairs that no rule names go along with nothing, or as their neighbours make them where that cannot be. */
export function impliedMatrices(design: DatasetDesign): readonly ImpliedMatrix[] {
  const pairs = pairsOf(design);
  return groupsOf(pairs.filter(({ r }) => r !== undefined)).map((columnIds) => {
    const own = pairs.filter(({ x, y }) => columnIds.includes(x) && columnIds.includes(y));
    return { columnIds, matrix: matrixOf(own, columnIds), rules: own.map(({ rule }) => rule) };
  });
}

/** The first rule that cannot hold beside those before it; undefined where all can. */
export function contradictingRule(
  design: DatasetDesign,
  { columnIds, matrix, rules }: ImpliedMatrix,
): number | undefined {
  if (isCorrelationMatrix(matrix)) return undefined;
  const pairs = pairsOf(design).filter(({ rule }) => rules.includes(rule));
  const count = pairs.findIndex(
    (_, index) => !isCorrelationMatrix(matrixOf(pairs.slice(0, index + 1), columnIds)),
  );
  return pairs[count]?.rule;
}

/** True for columns that turn one uniform number into one number of their law. */
export function isCoupled(column: Column | undefined): boolean {
  return column?.fill.kind === 'number';
}

function pairsOf(design: DatasetDesign): readonly Pair[] {
  return design.constraints.flatMap((constraint, rule): readonly Pair[] => {
    const pair = constraint.severity === 'must' ? pairOf(constraint) : undefined;
    const isDrawn = [pair?.x, pair?.y].every((id) => isCoupled(findColumn(design, id ?? '')));
    return pair !== undefined && isDrawn && pair.x !== pair.y ? [{ ...pair, rule }] : [];
  });
}

function matrixOf(pairs: readonly Pair[], columnIds: readonly string[]): Matrix {
  const tied = pairs.filter(({ r }) => r !== undefined);
  const pairOfTwo = (one: string, other: string): Pair | undefined =>
    [...tied, ...pairs].find(
      ({ x, y }) => (x === one && y === other) || (x === other && y === one),
    );
  const named = columnIds.map((one) =>
    columnIds.map((other) => (one === other ? same : pairOfTwo(one, other))),
  );
  const plain = named.map((row) => row.map((pair) => pair?.r ?? 0));
  return isCorrelationMatrix(plain) ? plain : alongPaths(named, plain);
}

type Wanted = Pick<Pair, 'low' | 'high' | 'r'> | undefined;

const same: Wanted = { low: 1, high: 1, r: 1 };

/** A pair that no rule ties takes the strongest product along those that are, which leaves a chain of rules possible. */
function alongPaths(named: readonly (readonly Wanted[])[], plain: Matrix): Matrix {
  return plain.reduce<Matrix>(
    (found, _, k) =>
      found.map((row, i) =>
        row.map((known, j) => {
          const product = (found[i]?.[k] ?? 0) * (found[k]?.[j] ?? 0);
          return strongest(known, product, named[i]?.[j]);
        }),
      ),
    plain,
  );
}

function strongest(known: number, product: number, pair: Wanted): number {
  if (pair?.r !== undefined) return known;
  const { low, high } = pair ?? { low: -1, high: 1 };
  const allowed = Math.min(high, Math.max(low, product));
  return Math.abs(allowed) > Math.abs(known) ? allowed : known;
}

/** It aims at the middle of what the rule allows, so that a sample seldom leaves it. */
function pairOf(rule: Constraint): Omit<Pair, 'rule'> | undefined {
  switch (rule.kind) {
    case 'correlation': {
      const { x, y, low = -1, high = 1 } = rule;
      return { x, y, low, high, r: low > 0 || high < 0 ? (low + high) / 2 : undefined };
    }
    case 'linear':
      return { x: rule.x, y: rule.y, low: rule.minR, high: 1, r: (1 + rule.minR) / 2 };
    case 'monotone': {
      const sign = rule.direction === 'increasing' ? 1 : -1;
      const ends = [sign * rule.minRho, sign].toSorted((one, other) => one - other);
      const [low = -1, high = 1] = ends;
      return { x: rule.x, y: rule.y, low, high, r: (sign * (1 + rule.minRho)) / 2 };
    }
    default:
      return undefined;
  }
}

function groupsOf(pairs: readonly Pair[]): readonly (readonly string[])[] {
  const groups: Set<string>[] = [];
  for (const { x, y } of pairs) {
    const touching = groups.filter((group) => group.has(x) || group.has(y));
    const merged = new Set([...touching.flatMap((group) => [...group]), x, y]);
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups.map((group) => [...group]);
}
