/** A cell that is written again must differ from what it held. */
import type { JsonValue } from '#core/base/json.ts';
import { knownValues } from '#core/design/column-facts.ts';
import type { Column } from '#core/design/design.ts';
import { uniqueKey } from '#core/design/unique-key.ts';
import { quote, toText } from '#core/expression/value.ts';
import type { Rewrites } from './rewrites.ts';

export interface RewrittenRow {
  readonly row: number;
  /** The answer, by column id. */
  readonly cells: ReadonlyMap<string, JsonValue>;
  readonly columns: readonly Column[];
}

/** One reason for each cell whose answer equals an earlier value; none where nothing else is possible. */
export function refusePrevious(
  rewrites: Pick<Rewrites, 'previous'>,
  { row, cells, columns }: RewrittenRow,
): readonly string[] {
  return columns.flatMap((column) => {
    const previous = rewrites.previous(column.id, row);
    const value = cells.get(column.id);
    if (previous.length === 0 || value === undefined) return [];
    const keys = new Set(previous.map((earlier) => uniqueKey([earlier])));
    if (!keys.has(uniqueKey([value])) || keys.size >= possibleCount(column)) return [];
    return [`${column.name}: is the same as before, ${quote(toText(value))}. Write another value.`];
  });
}

function possibleCount(column: Column): number {
  if (column.type === 'boolean') return 2;
  const values = knownValues(column);
  return values === undefined || values.length === 0 ? Number.POSITIVE_INFINITY : values.length;
}
