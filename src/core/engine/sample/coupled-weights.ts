/**
 * How the streams of a coupling are mixed in a row. Laws of other shapes need other normal numbers behind them to
 * reach the same correlation, so each combination of laws that rows meet has a matrix, made when a row first meets it.
 */
import { choleskyOf, nearestCorrelation, type Matrix } from '#core/base/matrix.ts';
import type { ConditionalRow } from '#core/design/conditional-params.ts';
import { conditionsKey, type CoupledTables } from '#core/design/coupled-tables.ts';
import { findColumn, type DatasetDesign } from '#core/design/design.ts';
import type { SampledFill } from '#core/design/fill.ts';
import {
  createShapeTable,
  latentCorrelation,
  type ShapeTable,
} from '#core/design/law/latent-correlation.ts';
import { lawShape } from '#core/design/law/law-shape.ts';
import { Refusal, type RowView } from '#core/engine/cell-draw.ts';
import type { RowStore } from '#core/rows/row-store.ts';
import { createConditions } from './conditions.ts';
import { createNumberMap } from './number-map.ts';

/** The lower triangle for a row as `view` shows it, or as it is stored. */
export type WeightsOf = (row: number, view?: RowView) => Matrix;

export function createCoupledWeights(
  { coupling, tables }: CoupledTables,
  design: DatasetDesign,
  store: RowStore,
): WeightsOf {
  const lists = new Map([...tables.values()].map((rows) => [conditionsKey(rows), rows]));
  const latentOf = createLatents(
    coupling.matrix,
    coupling.columnIds.map((id) => createLaws(id, { design, tables, keys: [...lists.keys()] })),
  );
  const lowerOf = (met: readonly number[]): Matrix => choleskyOf(nearestCorrelation(latentOf(met)));
  if (lists.size === 0) {
    const lower = lowerOf([]);
    return () => lower;
  }
  const choices = [...lists.values()].map((rows) => createChoice(design, rows, store));
  const known = new Map<number, Matrix>();
  return (row, view) => {
    let combination = 0;
    for (const choice of choices) combination = combination * choice.count + choice.met(row, view);
    const found = known.get(combination) ?? lowerOf(choices.map((choice) => choice.met(row, view)));
    known.set(combination, found);
    return found;
  };
}

interface Choice {
  readonly count: number;
  /** The place of the law that a row takes; the last one where that cannot be told. */
  readonly met: (row: number, view?: RowView) => number;
}

function createChoice(
  design: DatasetDesign,
  rows: readonly ConditionalRow[],
  store: RowStore,
): Choice {
  const conditions = createConditions(design, rows, store);
  return {
    count: rows.length + 1,
    met(row, view) {
      const index = view === undefined ? conditions.ofStored(row) : conditions.of(view);
      return index instanceof Refusal ? rows.length : index;
    },
  };
}

interface ColumnLaw {
  readonly shape: string;
  readonly table: () => ShapeTable | undefined;
}

/** The law of a column in a row that meets these places of the conditions. */
type LawAt = (met: readonly number[]) => ColumnLaw;

interface LawParts {
  readonly design: DatasetDesign;
  readonly tables: CoupledTables['tables'];
  /** Of the conditions, in the order of the places. */
  readonly keys: readonly string[];
}

function createLaws(columnId: string, { design, tables, keys }: LawParts): LawAt {
  const column = findColumn(design, columnId);
  const rows = tables.get(columnId);
  const made = new Map<string, ShapeTable | undefined>();
  const lawOf = (fill: SampledFill | undefined): ColumnLaw => {
    if (column === undefined || fill?.kind !== 'number')
      return { shape: '', table: () => undefined };
    const shape = lawShape(fill, column.type);
    const table = (): ShapeTable | undefined => {
      const map = made.has(shape) ? undefined : createNumberMap(fill, column.type);
      if (map !== undefined) made.set(shape, map.ok ? createShapeTable(map.value.at) : undefined);
      return made.get(shape);
    };
    return { shape, table };
  };
  const base = lawOf(column?.fill.kind === 'number' ? column.fill : undefined);
  if (rows === undefined) return () => base;
  const laws = rows.map(({ fill }) => lawOf(fill));
  const place = keys.indexOf(conditionsKey(rows));
  return (met) => laws[met[place] ?? rows.length] ?? base;
}

/** The correlations of the normal numbers behind, with which the columns themselves reach the wanted ones. */
function createLatents(matrix: Matrix, laws: readonly LawAt[]): (met: readonly number[]) => Matrix {
  const known = new Map<string, number>();
  const latentOf = (wanted: number, pair: readonly [ColumnLaw, ColumnLaw]): number => {
    const [one, other] = pair.map(({ table }) => table());
    return one === undefined || other === undefined
      ? wanted
      : latentCorrelation(wanted, one, other);
  };
  return (met) => {
    const own = laws.map((lawAt) => lawAt(met));
    return matrix.map((row, i) =>
      row.map((wanted, j) => {
        if (i === j) return 1;
        // One triangle is computed, so that rounding cannot make the matrix lopsided.
        const [first, second] = [Math.min(i, j), Math.max(i, j)];
        const [one, other] = [own[first], own[second]];
        if (one === undefined || other === undefined) return wanted;
        const key = JSON.stringify([first, second, one.shape, other.shape]);
        const latent = known.get(key) ?? latentOf(wanted, [one, other]);
        known.set(key, latent);
        return latent;
      }),
    );
  };
}
