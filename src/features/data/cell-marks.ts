/** What the user has said about a cell, as the grid and the drawer show it. */
import { counted } from '#core/base/counted.ts';
import { canonicalJson } from '#core/base/json.ts';
import type { Call, Column, DatasetDesign } from '#core/design/design.ts';
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

/** The call that writes a column. */
export function callOf({ calls }: DatasetDesign, { fill }: Pick<Column, 'fill'>): Call | undefined {
  return fill.kind === 'generated' ? calls.find(({ id }) => id === fill.call) : undefined;
}

export interface ColumnMarks {
  /** Cells that were edited, or not liked. */
  readonly corrections: number;
  readonly examples: number;
  readonly locked: number;
}

/** What the user has said about the cells of a column. */
export function columnMarks(design: DatasetDesign, marks: RowMarks, column: Column): ColumnMarks {
  const cells = Object.hasOwn(marks.cells, column.id)
    ? Object.values(marks.cells[column.id] ?? {})
    : [];
  return {
    corrections: cells.filter((mark) => mark.isEdited === true || mark.disliked !== undefined)
      .length,
    examples: callOf(design, column)?.examples.length ?? 0,
    locked: cells.filter(({ isLocked }) => isLocked === true).length,
  };
}

/** "2 corrections, 3 examples in use": empty when nothing was said. */
export function marksWords({
  corrections,
  examples,
}: Pick<ColumnMarks, 'corrections' | 'examples'>): string {
  const parts = [
    corrections === 0 ? '' : counted(corrections, 'correction'),
    examples === 0 ? '' : `${counted(examples, 'example')} in use`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}
