/** Topic trees: categories, and categories that vary with one another, level by level. Pure. */
import { knownValues } from '#core/design/column-facts.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import type { TreeLevel } from '#core/llm/draft/draft-task.ts';

/** Values that one answer of a model can be expected to go below. */
const mostValues = 100;

/** Whether a level can be grown below the column. */
export function hasRoomBelow({ fill }: Column): boolean {
  if (fill.kind !== 'category' && fill.kind !== 'subcategory') return false;
  const count = knownValues({ fill })?.length ?? 0;
  return count > 0 && count <= mostValues;
}

/** What a level goes below; undefined where there is no room for one, or no such column. */
export function treeLevel(
  { columns }: Pick<DatasetDesign, 'columns'>,
  columnId: string | undefined,
): TreeLevel | undefined {
  const column = columns.find(({ id }) => id === columnId);
  if (column === undefined || !hasRoomBelow(column)) return undefined;
  return { column: column.name, values: knownValues(column) ?? [] };
}
