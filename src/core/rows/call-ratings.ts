/** What a person has said about the values of one call: gathered from the marks of cells and the examples of the call. */
import { canonicalJson, type JsonValue } from '#core/base/json.ts';
import type { Call, Column, DatasetDesign } from '#core/design/design.ts';
import type { CellMark, RowMarks } from './row-marks.ts';

export interface RatedCell {
  readonly columnId: string;
  readonly row: number;
}

export interface CallRatings {
  /** Locked as they were written, then shown as examples; equal values once. */
  readonly liked: readonly { readonly column: string; readonly value: JsonValue }[];
  readonly disliked: readonly (RatedCell & {
    readonly column: string;
    readonly value: JsonValue;
  })[];
  /** Written by hand over what the model wrote. */
  readonly edited: readonly (RatedCell & { readonly column: string; readonly after: JsonValue })[];
}

/** Of each kind the newest first. What one act said, and marks without an act, stand by column and row. */
export function callRatings(
  design: Pick<DatasetDesign, 'columns'>,
  marks: RowMarks,
  call: Call,
): CallRatings {
  const columns = design.columns.filter(
    ({ fill }) => fill.kind === 'generated' && fill.call === call.id,
  );
  const marked = columns
    .flatMap((column) => marksOf(column, marks))
    .toSorted((a, b) => (b.mark.act ?? 0) - (a.mark.act ?? 0));
  const edited = marked.flatMap(({ mark: { isEdited, value }, ...place }) =>
    isEdited === true && value !== undefined ? [{ ...place, after: value }] : [],
  );
  const locked = marked.flatMap(({ column, mark: { isLocked, isEdited, value } }) =>
    isLocked === true && isEdited !== true && value !== undefined ? [{ column, value }] : [],
  );
  const shown = call.examples.toReversed().flatMap(({ values }) =>
    columns.flatMap(({ name }) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      return value === undefined ? [] : [{ column: name, value }];
    }),
  );
  // An edit becomes an example by itself; it is told as an edit.
  const taken = new Set(edited.map(({ column, after }) => canonicalJson([column, after])));
  const liked = [...locked, ...shown].filter(({ column, value }) => {
    const key = canonicalJson([column, value]);
    return !taken.has(key) && taken.add(key);
  });
  const disliked = marked.flatMap(({ mark, ...place }) =>
    mark.disliked === undefined ? [] : [{ ...place, value: mark.disliked }],
  );
  return { liked, disliked, edited };
}

interface MarkedCell extends RatedCell {
  readonly column: string;
  readonly mark: CellMark;
}

function marksOf({ id, name }: Column, { cells, excluded }: RowMarks): readonly MarkedCell[] {
  const out = new Set(excluded);
  const marks: Readonly<Record<string, CellMark>> = Object.hasOwn(cells, id)
    ? (cells[id] ?? {})
    : {};
  return Object.entries(marks)
    .map(([row, mark]) => ({ columnId: id, column: name, row: Number(row), mark }))
    .filter(({ row }) => !out.has(row));
}

/** Cells that still hold a value that was not liked, and may be written again. Deleted rows are no cells. */
export function dislikedCells(
  { disliked }: CallRatings,
  { cells }: RowMarks,
  valueOf: (cell: RatedCell) => JsonValue | undefined,
): readonly RatedCell[] {
  return disliked
    .filter(({ columnId, row, value }) => {
      const mark = cells[columnId]?.[row];
      if (mark?.isLocked === true || mark?.isEdited === true) return false;
      const now = valueOf({ columnId, row });
      // What is not loaded is written again too: it was not liked when it was last seen.
      return now === undefined || canonicalJson(now) === canonicalJson(value);
    })
    .map(({ columnId, row }) => ({ columnId, row }));
}

/** Whether the messages of a call can be written anew from ratings: those of one request, without answers of tools. */
export function canImprovePrompt({ output, messages }: Call): boolean {
  return output.kind !== 'conversation' && messages.every(({ role }) => role !== 'tool');
}
