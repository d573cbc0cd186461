/** The rows of one group of a chart, as a filter of the grid. */
import { parseJson } from '#core/base/json.ts';
import type { RowFilter } from '#core/rows/row-query.ts';

/** Charts name groups by their text; a number or a yes is found by that text too. */
export function groupFilter(columnId: string, name: string): RowFilter {
  const value = parseJson(name);
  return { kind: 'one-of', columnId, values: value.ok ? [name, value.value] : [name] };
}
