/** From the columns of a design to the columns of the grid: bands by origin, alignment by type, widths by kind. */
import { fillGroup } from '#core/design/fill.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import type { GridBand, GridColumn } from '#ui/grid/grid-column.ts';

/** Dropped helper columns stay out of the grid. */
export function gridLayout(design: DatasetDesign, isDemo: boolean): readonly GridColumn[] {
  const columns = ordered(design.columns.filter(({ drop }) => !drop));
  const key = columns.find(({ fill, type }) => fill.kind === 'generated' && type === 'text');
  const widest = columns.findLast(({ fill, type }) => fill.kind === 'generated' && type === 'text');
  const grows = widest ?? columns.at(-1);
  return columns.map((column) => ({
    key: column.id,
    name: column.name,
    fillKind: column.fill.kind,
    band: bandOf(column, design, isDemo),
    align: isNumeric(column) ? 'right' : 'left',
    strong: column.id === key?.id && column.id !== widest?.id,
    grows: column.id === grows?.id,
    ...(column.id === grows?.id ? { minWidth: 260 } : { width: widthOf(column) }),
  }));
}

/** Columns of one origin stand together, in the order in which the origins first appear. */
function ordered(columns: readonly Column[]): readonly Column[] {
  const groups = new Map<string, Column[]>();
  for (const column of columns) {
    const key = originOf(column);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [column]);
    else group.push(column);
  }
  return [...groups.values()].flat();
}

function originOf({ fill }: Column): string {
  return fill.kind === 'generated' ? `call ${fill.call}` : fillGroup(fill.kind);
}

function bandOf(column: Column, design: DatasetDesign, isDemo: boolean): GridBand {
  const group = fillGroup(column.fill.kind);
  return { key: originOf(column), group, label: bandLabel(column, design, isDemo) };
}

function bandLabel({ fill }: Column, design: DatasetDesign, isDemo: boolean): string {
  if (fill.kind === 'generated') {
    const call = design.calls.find(({ id }) => id === fill.call);
    if (call === undefined) return 'no call';
    const maker = isDemo ? 'by the demo model' : rowsPerCall(call.rowsPerRequest);
    return `${call.name}, ${maker}`;
  }
  const group = fillGroup(fill.kind);
  return group === 'sampled' ? `sampled, seed ${design.seed}` : group;
}

function rowsPerCall(rows: number): string {
  return rows === 1 ? '1 row per call' : `${rows} rows per call`;
}

function isNumeric({ type }: Column): boolean {
  return type === 'integer' || type === 'decimal';
}

function widthOf(column: Column): number {
  if (column.type === 'decimal') return 100;
  if (column.type === 'integer' || column.type === 'boolean') return 72;
  if (column.type === 'date') return 112;
  if (column.type === 'datetime') return 168;
  if (column.fill.kind === 'uuid') return 280;
  if (column.fill.kind === 'category' || column.fill.kind === 'subcategory') return 104;
  return 132;
}
