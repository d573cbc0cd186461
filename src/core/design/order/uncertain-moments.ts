/** Dates whose draw cannot promise to keep to rules: what others leave them may lie between those that they can be. */
import type { Column, DatasetDesign } from '#core/design/design.ts';
import type { Inequality } from '#core/design/inequality.ts';
import { unitMs } from '#core/design/iso-moment.ts';
import { countedFrom, momentGrain, momentGrid } from './drawn-moments.ts';
import { columnIdsOf } from './term.ts';

interface Parts {
  readonly design: DatasetDesign;
  readonly columns: ReadonlyMap<string, Column>;
  readonly inequalities: readonly Inequality[];
}

/** Ids of columns; only what was drawn before in a row would tell whether anything is left of them. */
export function uncertainMoments(parts: Parts): ReadonlySet<string> {
  const counted = countedColumns(parts);
  return new Set([...uncertainMonths(parts, counted), ...uncertainSteps(parts, counted)]);
}

interface Counted {
  readonly id: string;
  readonly from: string;
  /** Whether dates of the column from which it is counted lie closer together than what is counted. */
  readonly leavesGaps: boolean;
}

function countedColumns({ design, columns }: Parts): readonly Counted[] {
  return design.columns.flatMap((column): readonly Counted[] => {
    const counted = countedFrom(column, columns);
    const reference = columns.get(counted?.columnId ?? '');
    if (counted === undefined || reference === undefined) return [];
    const leavesGaps = counted.apartMs > momentGrid(reference, columns).stepMs;
    return [{ id: column.id, from: reference.id, leavesGaps }];
  });
}

/** Months and years that rules order beside others, one of which is counted from a date. */
function uncertainMonths(
  { columns, inequalities }: Parts,
  counted: readonly Counted[],
): readonly string[] {
  const ordered = inequalities.map(columnIdsOf).filter((ids) => ids.length === 2);
  const links = [...ordered, ...counted.map(({ id, from }) => [id, from])];
  const reached = reachedBy(
    links,
    counted.map(({ id }) => id),
  );
  const isMonthly = (id: string): boolean => {
    const column = columns.get(id);
    return column !== undefined && momentGrain(column) > unitMs.D;
  };
  return ordered.flat().filter((id) => reached.has(id) && isMonthly(id));
}

/** All that links lead to, in however many steps. */
function reachedBy(
  links: readonly (readonly string[])[],
  start: readonly string[],
): ReadonlySet<string> {
  const reached = new Set(start);
  for (let before = 0; reached.size > before;) {
    before = reached.size;
    const met = links.filter((ends) => ends.some((id) => reached.has(id)));
    for (const id of met.flat()) reached.add(id);
  }
  return reached;
}

/** Days counted from a time of day, and their like: certain of one rule, about a constant or about what they are counted from. */
function uncertainSteps({ inequalities }: Parts, counted: readonly Counted[]): readonly string[] {
  return counted.flatMap(({ id, from, leavesGaps }) => {
    const rules = inequalities.map(columnIdsOf).filter((ids) => ids.includes(id));
    const isCertain =
      rules.length < 2 && rules.flat().every((other) => other === id || other === from);
    return leavesGaps && !isCertain ? [id] : [];
  });
}
