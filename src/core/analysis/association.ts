/** How closely any two columns go together, each pair by the measure that suits its kinds. */
import type { Column, DatasetDesign } from '#core/design/design.ts';
import { readVector, type ColumnVector } from './column-role.ts';
import { correlationRatio, cramersV, pearsonOf } from './pair-statistics.ts';
import type { RowReader } from '#core/rows/row-reader.ts';

/** pearson: -1 to 1, two numbers. eta: 0 to 1, groups and a number. cramer: 0 to 1, two groups. */
export type AssociationMeasure = 'pearson' | 'eta' | 'cramer';

export interface AssociationCell {
  /** Indices into `columns`; `a` comes after `b`. */
  readonly a: number;
  readonly b: number;
  readonly measure: AssociationMeasure;
  /** Undefined where one side does not vary. */
  readonly value: number | undefined;
  /** A rule of the design asks for this pair. */
  readonly isAsked: boolean;
}

export interface AssociationData {
  readonly kind: 'association';
  readonly columns: readonly { readonly columnId: string; readonly isWords: boolean }[];
  /** The lower triangle, row by row. */
  readonly cells: readonly AssociationCell[];
}

/** More columns than this make squares too small to read. */
const mostAssociated = 12;

/** Of the named columns, else of all; at most twelve that can be measured. Yields between pairs, so that its host may pause or stop. */
export function* associationSteps(
  rows: RowReader,
  design: DatasetDesign,
  columnIds?: readonly string[],
): Generator<undefined, AssociationData> {
  const chosen = design.columns.filter((column) =>
    columnIds === undefined ? isTelling(column) : columnIds.includes(column.id),
  );
  const vectors: { readonly columnId: string; readonly vector: ColumnVector }[] = [];
  for (const column of chosen) {
    if (vectors.length === mostAssociated) break;
    const vector = readVector(rows, column);
    if (vector !== undefined) vectors.push({ columnId: column.id, vector });
    yield;
  }
  const asked = askedPairs(design);
  const cells: AssociationCell[] = [];
  for (const [a, one] of vectors.entries())
    for (const [b, other] of vectors.slice(0, a).entries()) {
      const pair = associate(one.vector, other.vector);
      const isAsked = asked.has(pairKey(one.columnId, other.columnId));
      cells.push({ a, b, ...pair, isAsked });
      yield;
    }
  return {
    kind: 'association',
    columns: vectors.map(({ columnId, vector }) => ({
      columnId,
      isWords: vector.kind === 'words',
    })),
    cells,
  };
}

/** Helpers that are not exported, and texts put together from other columns, would only repeat what is there. */
function isTelling({ drop, fill }: Column): boolean {
  return !drop && fill.kind !== 'template';
}

function associate(
  one: ColumnVector,
  other: ColumnVector,
): Pick<AssociationCell, 'measure' | 'value'> {
  if (one.kind === 'group')
    return other.kind === 'group'
      ? { measure: 'cramer', value: cramersV(one.coded, other.coded) }
      : { measure: 'eta', value: correlationRatio(one.coded, other.numbers) };
  return other.kind === 'group'
    ? { measure: 'eta', value: correlationRatio(other.coded, one.numbers) }
    : { measure: 'pearson', value: pearsonOf(one.numbers, other.numbers) };
}

/** Pairs that a set rule is about: a law, or a factor between groups. */
function askedPairs(design: DatasetDesign): ReadonlySet<string> {
  return new Set(
    design.constraints.flatMap((rule) => {
      switch (rule.kind) {
        case 'correlation':
        case 'linear':
        case 'monotone':
          return [
            pairKey(rule.x, rule.y),
            ...(rule.by === undefined ? [] : [pairKey(rule.by, rule.y)]),
          ];
        case 'ratio':
          return [pairKey(rule.by, rule.column)];
        default:
          return [];
      }
    }),
  );
}

function pairKey(one: string, other: string): string {
  return [one, other].sort().join('\n');
}
