/** For tests of this folder: a design of a few columns, planned, filled and readable by column name. */
import type { DatasetDesign } from '#core/design/design.ts';
import { designSchema } from '#core/design/design-schema.ts';
import type { z } from '#core/design/zod.ts';
import { createColumnarStore } from '#core/rows/columnar-store.ts';
import { storeColumns } from '#core/rows/storage-kind.ts';
import type { Cell } from '#core/rows/cell.ts';
import type { JsonValue } from '#core/base/json.ts';
import type { RowStore } from '#core/rows/row-store.ts';
import { createFiller, type Filler } from './fill-computed.ts';
import { planColumns } from './plan/column-order.ts';
import { noLocales, type Locales } from './sample/load-locales.ts';

type DesignInput = z.input<typeof designSchema>;
type ColumnInput = NonNullable<DesignInput['columns']>[number];
/** A column whose id is its name. */
export type TestColumn = Omit<ColumnInput, 'id'>;

export function designOf(
  columns: readonly TestColumn[],
  rest: Omit<Partial<DesignInput>, 'columns'> = {},
): DatasetDesign {
  return designSchema.parse({
    version: 1,
    ...rest,
    columns: columns.map((column) => ({ id: column.name, ...column })),
  });
}

export interface FilledTable {
  readonly store: RowStore;
  readonly filler: Filler;
  cells(name: string): Cell[];
  values(name: string): (JsonValue | undefined)[];
  numbers(name: string): number[];
}

/** Rows of a design with every computed column filled. Throws when the design cannot be planned. */
export function fillTable(
  design: DatasetDesign,
  rowCount: number,
  locales: Locales = noLocales,
): FilledTable {
  const plan = planColumns(design);
  if (!plan.ok) throw new Error(plan.error.map(({ message }) => message).join(' '));
  const store = createColumnarStore(storeColumns(design.columns));
  store.resize(rowCount);
  const filler = createFiller(design, { plan: plan.value, store, locales });
  filler.fillRange(0, rowCount);
  const cells = (name: string): Cell[] =>
    Array.from({ length: store.rowCount }, (_, row) => store.cell(name, row));
  const values = (name: string): (JsonValue | undefined)[] => cells(name).map(({ value }) => value);
  return { store, filler, cells, values, numbers: (name) => values(name).map(Number) };
}
