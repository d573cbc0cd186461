/** The rows that columns with tables of values can make, tried out one by one. */
import { groupValues } from './column-facts.ts';
import type { Column } from './design.ts';

/** By column name. */
export type Assignment = ReadonlyMap<string, string | number | boolean>;

/** Most combinations of values that are tried out. */
const mostTried = 400;

/** Undefined where a column has no table of values, or there are too many combinations. */
export function assignmentsOf(columns: readonly Column[]): readonly Assignment[] | undefined {
  let rows: readonly Assignment[] = [new Map()];
  for (const column of columns) {
    const values = groupValues(column);
    if (values.length === 0 || values.length * rows.length > mostTried) return undefined;
    rows = rows.flatMap((row) => values.map((value) => new Map([...row, [column.name, value]])));
  }
  return rows;
}
