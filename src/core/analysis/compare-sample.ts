/** The rows held against a real sample: column by column, pair by pair, row by row. */
import type { JsonObject } from '#core/base/json.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import { groupNames, readVector, type ColumnVector } from './column-role.ts';
import { countCodes } from './column-profile.ts';
import { ksDistance, totalVariation } from './distance.ts';
import { copySteps, type CopyCheck } from './nearest-rows.ts';
import { pearsonOf } from './pair-statistics.ts';
import type { RowReader } from '#core/rows/row-reader.ts';
import { matchSample } from './sample-reader.ts';
import { sortedNumbers } from './sort-order.ts';
import { readCodes, readWordCounts } from './vectors.ts';
import type { CodedColumn } from '#core/rows/row-store.ts';

export interface ColumnDistance {
  readonly columnId: string;
  /** ks: of numbers, or of words per text; variation: of the shares of values. */
  readonly measure: 'ks' | 'variation';
  readonly isWords: boolean;
  /** 0 alike, 1 nothing in common. */
  readonly distance: number;
}

export interface CorrelationDifference {
  readonly x: string;
  readonly y: string;
  /** Pearson's r of the made rows and of the real ones. */
  readonly made: number;
  readonly real: number;
}

export interface SampleComparison {
  readonly sampleRows: number;
  /** The greatest distance first. Columns of names and ids are not among them. */
  readonly columns: readonly ColumnDistance[];
  /** The greatest difference first. */
  readonly correlations: readonly CorrelationDifference[];
  /** Undefined when no column is shared. */
  readonly copies: CopyCheck | undefined;
  /** Names without a partner on the other side. */
  readonly unmatchedColumns: readonly string[];
  readonly unmatchedFields: readonly string[];
}

/** Yields where its host may pause or stop. */
export function* comparisonSteps(
  rows: RowReader,
  design: DatasetDesign,
  sample: readonly JsonObject[],
): Generator<undefined, SampleComparison> {
  const matched = matchSample(sample, design);
  const pairs: VectorPair[] = [];
  for (const column of matched.columns) {
    const pair = readPair(rows, matched.rows, column);
    if (pair !== undefined) pairs.push({ column, ...pair });
    yield;
  }
  const copies =
    matched.columns.length === 0
      ? undefined
      : yield* copySteps({ made: rows, real: matched.rows, columns: matched.columns });
  return {
    sampleRows: sample.length,
    columns: pairs.flatMap(distanceOf).toSorted((a, b) => b.distance - a.distance),
    correlations: correlationsOf(pairs),
    copies,
    unmatchedColumns: matched.unmatchedColumns,
    unmatchedFields: matched.unmatchedFields,
  };
}

interface VectorPair {
  readonly column: Column;
  readonly made: ColumnVector;
  readonly real: ColumnVector;
}

/**
 * A column in one role on both sides. Values that come again on one side are groups on the other too, where
 * a small sample may hold each of them once; texts that a model writes stay texts.
 */
function readPair(
  rows: RowReader,
  sample: RowReader,
  column: Column,
): Omit<VectorPair, 'column'> | undefined {
  const [made, real] = [readVector(rows, column), readVector(sample, column)];
  if (made?.kind === real?.kind) return made && real && { made, real };
  const kinds = [made?.kind, real?.kind];
  if (kinds.includes('number')) return undefined;
  if (made?.kind === 'words') return wordsIn(sample, column, made);
  return kinds.includes('group') ? groupsIn(rows, sample, column) : undefined;
}

function wordsIn(sample: RowReader, { id }: Column, made: ColumnVector) {
  const numbers = readWordCounts(sample, id);
  const hasText = numbers.some((value) => value === value);
  return hasText ? { made, real: { kind: 'words', numbers } as const } : undefined;
}

function groupsIn(rows: RowReader, sample: RowReader, { id }: Column) {
  const [made, real] = [readCodes(rows, id), readCodes(sample, id)];
  if (made.values.length === 0 || real.values.length === 0) return undefined;
  return {
    made: { kind: 'group', coded: made } as const,
    real: { kind: 'group', coded: real } as const,
  };
}

function distanceOf({ column, made, real }: VectorPair): readonly ColumnDistance[] {
  const columnId = column.id;
  if (made.kind === 'group' && real.kind === 'group')
    return [
      {
        columnId,
        measure: 'variation',
        isWords: false,
        distance: totalVariation(sharesOf(made.coded), sharesOf(real.coded)),
      },
    ];
  if (made.kind === 'group' || real.kind === 'group') return [];
  const distance = ksDistance(sortedNumbers(made.numbers), sortedNumbers(real.numbers));
  return [{ columnId, measure: 'ks', isWords: made.kind === 'words', distance }];
}

function sharesOf(coded: CodedColumn): ReadonlyMap<string, number> {
  const counts = countCodes(coded);
  return new Map(groupNames(coded).map((name, code) => [name, counts[code] ?? 0]));
}

function correlationsOf(pairs: readonly VectorPair[]): readonly CorrelationDifference[] {
  const numeric = pairs.flatMap(({ column, made, real }) =>
    made.kind === 'number' && real.kind === 'number'
      ? [{ id: column.id, made: made.numbers, real: real.numbers }]
      : [],
  );
  return numeric
    .flatMap((one, at) =>
      numeric.slice(0, at).flatMap((other) => {
        const made = pearsonOf(other.made, one.made);
        const real = pearsonOf(other.real, one.real);
        return made === undefined || real === undefined
          ? []
          : [{ x: other.id, y: one.id, made, real }];
      }),
    )
    .toSorted((a, b) => Math.abs(b.made - b.real) - Math.abs(a.made - a.real));
}
