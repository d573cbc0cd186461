/** Views of one row: straight on the store, or with tentative values laid over it. */
import type { JsonValue } from '#core/base/json.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import type { CategoryValue } from '#core/design/fill.ts';
import type { Scope } from '#core/expression/scope.ts';
import type { RowStore } from '#core/rows/row-store.ts';
import type { Refusal, RowView } from './cell-draw.ts';
import { parentKey } from './sample/parent-key.ts';

export interface RowViews {
  /** One view that moves: it shows the row of the last call, and only that. For loops. */
  moveTo(row: number): RowView;
  /**
   * A view of its own: `overrides` and `refusals` by column id stand in place of the stored cells. Both
   * are read at the moment of asking, so the caller may add to them.
   */
  of(
    row: number,
    overrides?: ReadonlyMap<string, JsonValue>,
    refusals?: ReadonlyMap<string, Refusal>,
  ): RowView;
}

/** Where several columns have one name, the last one answers to it. */
export function createRowViews(design: DatasetDesign, store: RowStore): RowViews {
  const columns = new Map(design.columns.map((column) => [column.name, column]));
  const describe = createAttributes(design.columns);
  const scopeOf = (value: ReadValue): Scope => ({
    get(name) {
      const column = columns.get(name);
      return column === undefined ? undefined : (value(column.id) ?? null);
    },
    attribute(name, key) {
      const column = columns.get(name);
      return column === undefined ? undefined : describe(column, value, key);
    },
  });
  let current = 0;
  const readCurrent: ReadValue = (columnId) => store.value(columnId, current);
  const moving: RowView = {
    value: readCurrent,
    state: (columnId) => store.state(columnId, current),
    scope: scopeOf(readCurrent),
  };
  return {
    moveTo(row) {
      current = row;
      return moving;
    },
    of(row, overrides = noValues, refusals = noRefusals) {
      const value: ReadValue = (columnId) => {
        if (refusals.has(columnId)) return undefined;
        // A tentative null is a value too, so asking for the key comes first.
        return overrides.has(columnId) ? overrides.get(columnId) : store.value(columnId, row);
      };
      return {
        value,
        state: (columnId) =>
          refusals.get(columnId)?.state ??
          (overrides.has(columnId) ? 'done' : store.state(columnId, row)),
        scope: scopeOf(value),
      };
    },
  };
}

const noValues: ReadonlyMap<string, JsonValue> = new Map();
const noRefusals: ReadonlyMap<string, Refusal> = new Map();

type ReadValue = (columnId: string) => JsonValue | undefined;
type Attributes = (column: Column, value: ReadValue, key: string) => JsonValue | undefined;
type Table = ReadonlyMap<JsonValue, CategoryValue>;

/**
 * `size.label`, `size.description`, `size.weight`, `size.value` of a table value and `size.parent` of its attribute. A label that is
 * not given is the value as text, a description that is not given is empty.
 */
function createAttributes(columns: readonly Column[]): Attributes {
  const tables = new Map(columns.map((column) => [column.id, tablesOf(column)]));
  return ({ id, name, label, description, fill }, read, key) => {
    const value = read(id);
    const own = tables.get(id);
    if (own === undefined) return undefined;
    if (key === 'parent') return { name: label ?? name, description };
    if (value === undefined || value === null) return null;
    const parent = fill.kind === 'subcategory' ? parentKey(read(fill.category) ?? null) : '';
    return attributeOf(value, own.get(parent)?.get(value), key);
  };
}

/** Tables by value of the parent column; a category has one, under the empty text. */
function tablesOf({ fill }: Column): ReadonlyMap<string, Table> | undefined {
  const tableOf = (values: readonly CategoryValue[]): Table =>
    new Map(values.map((entry) => [entry.value, entry]));
  if (fill.kind === 'category') return new Map([['', tableOf(fill.values)]]);
  if (fill.kind !== 'subcategory') return undefined;
  return new Map(Object.entries(fill.values).map(([parent, values]) => [parent, tableOf(values)]));
}

function attributeOf(
  value: JsonValue,
  entry: CategoryValue | undefined,
  key: string,
): JsonValue | undefined {
  switch (key) {
    case 'value':
      return value;
    case 'label':
      return entry?.label ?? (typeof value === 'object' ? JSON.stringify(value) : String(value));
    case 'description':
      return entry?.description ?? '';
    case 'weight':
      return entry?.weight;
    default:
      return undefined;
  }
}
