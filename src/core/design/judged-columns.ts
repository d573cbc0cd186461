/** What a judge is about: the columns that a model writes and that the judge reads. */
import { columnDependencies } from './dependencies.ts';
import type { Call, Column, DatasetDesign } from './design.ts';

/** The generated columns that the judge is shown or its messages name, directly or through derived columns; never those of judges. */
export function judgedColumns(design: DatasetDesign, call: Call): readonly Column[] {
  const reads = columnDependencies(design);
  const own = design.columns.find(({ fill }) => fill.kind === 'generated' && fill.call === call.id);
  const judges = new Set(
    design.calls.filter(({ output }) => output.kind === 'judge').map(({ id }) => id),
  );
  const found = new Set<string>();
  const seen = new Set<string>();
  const open = [...(own === undefined ? [] : (reads.get(own.id) ?? []))];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const fill = design.columns.find((column) => column.id === id)?.fill;
    if (fill?.kind !== 'generated') open.push(...(reads.get(id) ?? []));
    else if (!judges.has(fill.call)) found.add(id);
  }
  return design.columns.filter(({ id }) => found.has(id));
}
