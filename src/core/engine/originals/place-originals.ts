/**
 * The user's own rows in the dataset: they stand first, locked, so that nothing computed or written by a
 * model reaches them, and what they hold counts as taken.
 */
import type { JsonValue } from '#core/base/json.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { fieldValue } from '#core/design/field-value.ts';
import { originalRows } from '#core/design/originals.ts';
import type { Filler } from '#core/engine/fill-computed.ts';
import type { ColumnPlan } from '#core/engine/plan/column-order.ts';
import type { RowMemory } from '#core/engine/variety/row-memory.ts';
import type { RowStore } from '#core/rows/row-store.ts';

export interface PlacedOriginals {
  /** How many rows at the top are the user's own. */
  readonly count: number;
  /** Whether the cell belongs to the user: an original row, and a column that the rows came with. */
  has(columnId: string, row: number): boolean;
  /** Writes the cells of rows [start, end), before anything computed. */
  place(start: number, end: number): void;
  /** What follows from them, and that they are taken; after the computed columns. */
  settle(start: number, end: number): void;
}

export interface OriginalParts {
  readonly design: DatasetDesign;
  readonly columnPlan: ColumnPlan;
  readonly store: RowStore;
  readonly filler: Filler;
  readonly memory: RowMemory;
}

export function placeOriginals(parts: OriginalParts): PlacedOriginals {
  const { design, store, filler, memory } = parts;
  const rows = originalRows(design);
  const known = new Set(design.columns.map(({ id }) => id));
  const fields = new Map(
    Object.entries(design.originals?.fields ?? {}).filter(([id]) => known.has(id)),
  );
  const within = (start: number, end: number): readonly number[] =>
    Array.from({ length: Math.max(0, Math.min(end, rows.length) - start) }, (_, at) => start + at);
  return {
    count: rows.length,
    has: (columnId, row) => row < rows.length && fields.has(columnId),
    place(start, end) {
      for (const row of within(start, end))
        for (const [columnId, field] of fields)
          store.setValue(columnId, row, valueOf(fieldValue(rows[row], field)), 'locked');
    },
    settle(start, end) {
      const own = within(start, end);
      if (own.length === 0) return;
      filler.deriveRows([...fields.keys()], own);
      for (const row of own) memory.reserve(row, (id) => store.value(id, row));
    },
  };
}

function valueOf(value: JsonValue): JsonValue {
  return value === '' ? null : value;
}
