/**
 * Which storage a column of a design wants. The fill decides before the type does, because sampled
 * values keep their own kind whatever the column is declared as.
 */
import type { Column } from '#core/design/design.ts';
import type { CategoryValue } from '#core/design/fill.ts';
import type { StorageKind, StoreColumn } from './row-store.ts';

/** The storage in which the column's usual values fit; others are kept too, only less compactly. */
export function storageKind(column: Column): StorageKind {
  const { fill } = column;
  if (column.convertTo !== undefined)
    return column.convertTo === 'str' ? 'text' : storageOfType(column.type);
  switch (fill.kind) {
    case 'number':
      return 'number';
    case 'series':
      return 'number';
    case 'boolean':
      return 'coded';
    case 'uuid':
    case 'pattern':
    case 'texts':
    case 'faker':
    case 'person':
      // Hardly two are alike, so a dictionary would be work for nothing.
      return 'json';
    case 'datetime':
    case 'timedelta':
      return 'text';
    case 'constant':
      return typeof fill.value === 'number' ? 'number' : 'coded';
    case 'sequence':
      return fill.prefix === undefined && fill.padTo === undefined ? 'number' : 'text';
    case 'category':
      return storageOfValues(fill.values);
    case 'subcategory':
      return storageOfValues(Object.values(fill.values).flat());
    default:
      return storageOfType(column.type);
  }
}

/** One store column for each column of a design, in its order. */
export function storeColumns(columns: readonly Column[]): StoreColumn[] {
  return columns.map((column) => ({
    id: column.id,
    storage: storageKind(column),
    decimalPlaces: decimalPlacesOf(column),
  }));
}

function decimalPlacesOf({ type, fill }: Column): number | undefined {
  if (type === 'integer') return 0;
  if (fill.kind !== 'number') return undefined;
  return fill.distribution.kind === 'integer' ? 0 : fill.decimalPlaces;
}

function storageOfValues(values: readonly CategoryValue[]): StorageKind {
  if (values.every(({ value }) => typeof value === 'string')) return 'text';
  return values.every(({ value }) => typeof value === 'number') ? 'number' : 'coded';
}

function storageOfType(type: Column['type']): StorageKind {
  if (type === 'integer' || type === 'decimal') return 'number';
  return type === 'list' || type === 'object' || type === 'boolean' ? 'json' : 'text';
}
