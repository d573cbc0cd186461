/** What the user has said about a cell, as the grid and the drawer show it. */
import { canonicalJson } from '#core/base/json.ts';
import type { Call, Column } from '#core/design/design.ts';
import type { Cell } from '#core/rows/cell.ts';
import { markOf, type RowMarks } from '#core/rows/row-marks.ts';

/** Whether a cell's value stands in an example of the call that writes it. */
export function isExampleCell(
  call: Pick<Call, 'examples'> | undefined,
  { name }: Pick<Column, 'name'>,
  cell: Cell | undefined,
): boolean {
  if (call === undefined || call.examples.length === 0 || cell?.value === undefined) return false;
  const { value } = cell;
  return call.examples.some(({ values }) => {
    const shown = Object.hasOwn(values, name) ? values[name] : undefined;
    if (shown === undefined || typeof shown !== typeof value) return false;
    return typeof shown === 'object'
      ? canonicalJson(shown) === canonicalJson(value)
      : shown === value;
  });
}

/** Whether the value that stands in a cell is one that was not liked. */
export function isDisliked(
  marks: RowMarks,
  { row, columnId }: { readonly row: number; readonly columnId: string },
  cell: Cell | undefined,
): boolean {
  const disliked = markOf(marks, columnId, row)?.disliked;
  if (disliked === undefined || cell?.value === undefined) return false;
  return canonicalJson(disliked) === canonicalJson(cell.value);
}
