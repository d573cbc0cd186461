/**
 * Which conditional tables decide how correlated numbers go along: in rows that take laws of other shapes, the
 * same correlation needs other numbers behind. So a correlated column reads the conditions of those beside it.
 */
import { limits } from '#core/base/limits.ts';
import { fillsOf } from './column-facts.ts';
import type { ConditionalRow } from './conditional-params.ts';
import type { Coupling } from './coupling.ts';
import { reaches, type ColumnDependencies } from './dependencies.ts';
import { findColumn, type Column, type DatasetDesign } from './design.ts';
import { lawShape } from './law/law-shape.ts';
import { namesIn } from './references.ts';

export interface CoupledTables {
  readonly coupling: Coupling;
  /** Column id → its table; only columns whose table counts. */
  readonly tables: ReadonlyMap<string, readonly ConditionalRow[]>;
  /** Ids of the columns that these tables read. */
  readonly reads: ReadonlySet<string>;
  /** There are more combinations of laws than are told apart, so none are. */
  readonly isTooMany: boolean;
}

/**
 * One entry for each coupling, in order. A table counts when it gives a law of another shape and what it
 * reads can be there before any number of the coupling. `reads` is what columns need besides.
 */
export function coupledTablesOf(
  design: DatasetDesign,
  couplings: readonly Coupling[],
  reads: ColumnDependencies,
): readonly CoupledTables[] {
  let known = reads;
  return couplings.map((coupling) => {
    const found = tablesOf(design, coupling, known);
    known = withCoupledReads(known, [found]);
    return found;
  });
}

/** All that columns read, what the tables of their couplings read included. The first of a coupling goes along with none. */
export function withCoupledReads(
  reads: ColumnDependencies,
  found: readonly CoupledTables[],
): ColumnDependencies {
  const all = new Map(reads);
  for (const { coupling, reads: added } of found)
    for (const id of added.size === 0 ? [] : coupling.columnIds.slice(1))
      all.set(id, new Set([...(all.get(id) ?? []), ...added]));
  return all;
}

function tablesOf(
  design: DatasetDesign,
  coupling: Coupling,
  known: ColumnDependencies,
): CoupledTables {
  const targets = new Set(coupling.columnIds);
  const columns = coupling.columnIds.flatMap((id) => {
    const column = findColumn(design, id);
    if (column === undefined || shapesOf(column).size < 2) return [];
    return [...tableReads(column, design)].some((from) => reaches(from, targets, known))
      ? []
      : [column];
  });
  const isTooMany = !isFew(columns, coupling.columnIds.length);
  const counted = isTooMany ? [] : columns;
  return {
    coupling,
    tables: new Map(counted.map(({ id, conditionalParams = [] }) => [id, conditionalParams])),
    reads: new Set(counted.flatMap((column) => [...tableReads(column, design)])),
    isTooMany,
  };
}

/** Ids of the columns that the conditions of a column read. Where two columns have one name, the last one answers to it. */
export function tableReads(
  { conditionalParams = [] }: Column,
  { columns }: DatasetDesign,
): ReadonlySet<string> {
  const idOf = new Map(columns.map(({ id, name }) => [name, id]));
  return new Set(
    conditionalParams
      .flatMap(({ when }) => namesIn({ language: 'expression', text: when }))
      .flatMap(({ name }) => idOf.get(name) ?? []),
  );
}

function shapesOf(column: Column): ReadonlySet<string> {
  return new Set(
    fillsOf(column).flatMap((one) => (one.kind === 'number' ? [lawShape(one, column.type)] : [])),
  );
}

/** Tables with the same conditions are met together, so they count as one. */
export function conditionsKey(rows: readonly ConditionalRow[]): string {
  return JSON.stringify(rows.map(({ when }) => when));
}

function isFew(columns: readonly Column[], size: number): boolean {
  const met = new Map(
    columns.map(({ conditionalParams = [] }) => [
      conditionsKey(conditionalParams),
      conditionalParams.length + 1,
    ]),
  );
  const combinations = [...met.values()].reduce((product, count) => product * count, 1);
  return combinations <= limits.coupledLaws && pairsOf(columns, size) <= limits.coupledLaws;
}

/** How many pairs of laws there are, those with columns of one law included. */
function pairsOf(columns: readonly Column[], size: number): number {
  let pairs = 0;
  columns.forEach((one, index) => {
    const own = shapesOf(one).size;
    pairs += own * (size - columns.length);
    for (const other of columns.slice(index + 1)) {
      const isTogether = keyOf(one) === keyOf(other);
      pairs += isTogether ? (one.conditionalParams?.length ?? 0) + 1 : own * shapesOf(other).size;
    }
  });
  return pairs;
}

function keyOf({ conditionalParams = [] }: Column): string {
  return conditionsKey(conditionalParams);
}
