import type { Column } from '#core/design/design.ts';
import type { SelectOption } from '#ui/fields/select-option.tsx';

/** Columns as options of a select, by id. */
export function columnOptions(
  columns: readonly Column[],
  accepts: (column: Column) => boolean = () => true,
): readonly SelectOption<string>[] {
  return columns.filter(accepts).map(({ id, name }) => ({ value: id, label: name }));
}

export function isNumeric({ type }: Column): boolean {
  return type === 'integer' || type === 'decimal';
}

/** True for columns whose values make groups: categories, their subcategories and booleans. */
export function isGrouping({ fill }: Column): boolean {
  return fill.kind === 'category' || fill.kind === 'subcategory' || fill.kind === 'boolean';
}
