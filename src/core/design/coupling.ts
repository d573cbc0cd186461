/**
 * Which columns are drawn together so that they follow a correlation: the copulas of the document and
 * those that its must-rules about two sampled numbers ask for.
 */
import { isCorrelationMatrix, nearestCorrelation, type Matrix } from '#core/base/matrix.ts';
import type { Constraint } from './constraint.ts';
import type { Copula } from './copula.ts';
import { findColumn, type Column, type DatasetDesign } from './design.ts';

export interface Coupling {
  /** Names the stream of chance; the same for the same columns. */
  readonly id: string;
  readonly columnIds: readonly string[];
  /** Wanted Pearson correlations, repaired to what numbers can have. */
  readonly matrix: Matrix;
}

/** Columns are in one coupling at most: the first that names them. Copulas with a broken shape are left out. */
export function couplingsOf(design: DatasetDesign): readonly Coupling[] {
  const taken = new Set<string>();
  const couplings: Coupling[] = [];
  const candidates = [...design.copulas.map(copulaCoupling), ...impliedCouplings(design)];
  for (const candidate of candidates) {
    if (candidate === undefined || candidate.columnIds.some((id) => taken.has(id))) continue;
    if (!candidate.columnIds.every((id) => isCoupled(findColumn(design, id)))) continue;
    for (const id of candidate.columnIds) taken.add(id);
    couplings.push(candidate);
  }
  return couplings;
}

/** True for columns that turn one uniform number into one number of their law. */
export function isCoupled(column: Column | undefined): boolean {
  return column?.fill.kind === 'number';
}

/** True when the matrix is square, symmetric, between −1 and 1, with ones on its diagonal. */
export function hasMatrixShape({ columns, matrix }: Copula): boolean {
  return (
    columns.length >= 2 &&
    new Set(columns).size === columns.length &&
    matrix.length === columns.length &&
    matrix.every(
      (row, i) =>
        row.length === columns.length &&
        row.every((value, j) =>
          i === j ? value === 1 : Math.abs(value) <= 1 && value === matrix[j]?.[i],
        ),
    )
  );
}

function copulaCoupling(copula: Copula): Coupling | undefined {
  if (!hasMatrixShape(copula)) return undefined;
  const { matrix } = copula;
  return {
    id: copula.id,
    columnIds: copula.columns,
    matrix: isCorrelationMatrix(matrix) ? matrix : nearestCorrelation(matrix),
  };
}

interface Pair {
  readonly x: string;
  readonly y: string;
  readonly r: number;
}

/** Rules on pairs that hang together become one matrix; pairs that no rule names get 0. */
function impliedCouplings(design: DatasetDesign): readonly Coupling[] {
  const pairs = design.constraints.flatMap((rule): readonly Pair[] => {
    const pair = rule.severity === 'must' ? pairOf(rule) : undefined;
    const isDrawn = [pair?.x, pair?.y].every((id) => isCoupled(findColumn(design, id ?? '')));
    return pair !== undefined && isDrawn && pair.x !== pair.y ? [pair] : [];
  });
  return groupsOf(pairs).map((columnIds) => {
    const matrix = columnIds.map((one) =>
      columnIds.map((other) => (one === other ? 1 : correlationOf(pairs, one, other))),
    );
    const id = `rules ${columnIds.join(' ')}`;
    return { id, columnIds, matrix: nearestCorrelation(matrix) };
  });
}

function correlationOf(pairs: readonly Pair[], one: string, other: string): number {
  const pair = pairs.find(({ x, y }) => (x === one && y === other) || (x === other && y === one));
  return pair?.r ?? 0;
}

/** The middle of what the rule allows, so that a sample seldom leaves it. Undefined where independent numbers meet it. */
function pairOf(rule: Constraint): Pair | undefined {
  switch (rule.kind) {
    case 'correlation': {
      const { x, y, low = -1, high = 1 } = rule;
      return low > 0 || high < 0 ? { x, y, r: (low + high) / 2 } : undefined;
    }
    case 'linear':
      return { x: rule.x, y: rule.y, r: (1 + rule.minR) / 2 };
    case 'monotone': {
      const r = (1 + rule.minRho) / 2;
      return { x: rule.x, y: rule.y, r: rule.direction === 'increasing' ? r : -r };
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
