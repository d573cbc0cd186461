/** Columns that cannot be read by what fills others without a circle. */
import { columnDependencies } from '#core/design/dependencies.ts';
import type { DatasetDesign } from '#core/design/design.ts';

/** The given columns and every column that reads one of them, directly or through others. */
export function dependentColumns(
  design: DatasetDesign,
  columnIds: readonly string[],
): ReadonlySet<string> {
  const dependencies = [...columnDependencies(design)];
  const found = new Set(columnIds);
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const [id, read] of dependencies)
      if ([...read].some((other) => found.has(other))) found.add(id);
  }
  return found;
}
