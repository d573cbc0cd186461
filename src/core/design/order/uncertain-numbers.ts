/** Rules over numbers with a table of conditions whose draw cannot promise to keep them: laws of single rows tell, not their hull. */
import { fillsOf } from '#core/design/column-facts.ts';
import type { Column } from '#core/design/design.ts';
import type { Inequality } from '#core/design/inequality.ts';
import { distributionRange } from '#core/design/interval.ts';
import { fillPlaces, placesOf } from './number-grid.ts';
import { columnIdsOf } from './term.ts';

export function createUncertainNumbers(
  columns: ReadonlyMap<string, Column>,
  inequalities: readonly Inequality[],
): (rule: Inequality) => boolean {
  const counts = countBy(inequalities);
  return (rule) => {
    const ids = columnIdsOf(rule);
    if (ids.length === 1 && ids.some((id) => canBeAtEnd(rule, columns.get(id)))) return true;
    return ids.some((id) => hasMixedSteps(columns.get(id)) && (counts.get(id) ?? 0) > 1);
  };
}

/** In how many rules a column stands; one that stands beside another column counts twice. */
function countBy(inequalities: readonly Inequality[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const ids of inequalities.map(columnIdsOf))
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + ids.length);
  return counts;
}

/** Whether the numbers of some rows lie farther apart than those of others: what is left between two of these may be none of those. */
function hasMixedSteps(column: Column | undefined): boolean {
  if (column?.conditionalParams === undefined || column.type === 'integer') return false;
  return new Set(fillsOf(column).map(fillPlaces)).size > 1;
}

/** Whether a number that the rule shuts out is the end of one of the laws of a table of conditions, or on the steps of one. */
function canBeAtEnd({ lower, upper, isStrict }: Inequality, column: Column | undefined): boolean {
  if (column?.conditionalParams === undefined || placesOf(column) !== undefined) return false;
  const end = Math.abs(upper.offset - lower.offset);
  return (
    isStrict &&
    fillsOf(column).some((fill) => {
      if (fillPlaces(fill) !== undefined || fill.kind !== 'number') return true;
      const { low, high } = distributionRange(fill);
      return Math.abs(low) === end || Math.abs(high) === end;
    })
  );
}
