/** From the columns of a design to the columns of the grid: bands by origin, alignment by type, widths by kind. */
import { fillGroup } from '#core/design/fill-group.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import { plainGrid, type GridSettings } from '#state/settings-store.ts';
import { unitAfter } from '#state/value-text.ts';
import type { GridBand, GridColumn } from '#ui/grid/grid-column.ts';

/** Dropped helper columns stay out of the grid. */
export function gridLayout(
  design: DatasetDesign,
  isDemo: boolean,
  settings: GridSettings = plainGrid,
): readonly GridColumn[] {
  const columns = arranged(ordered(design.columns.filter(({ drop }) => !drop)), settings);
  const key = columns.find(({ fill, type }) => fill.kind === 'generated' && type === 'text');
  const widest = columns.findLast(({ fill, type }) => fill.kind === 'generated' && type === 'text');
  const grows = widest ?? columns.at(-1);
  return columns.map((column) => ({
    ...unitOf(column),
    key: column.id,
    name: column.name,
    fillKind: column.fill.kind,
    band: bandOf(column, design, isDemo),
    align: isNumeric(column) ? 'right' : 'left',
    strong: column.id === key?.id && column.id !== widest?.id,
    grows: column.id === grows?.id && settings.widths[column.id] === undefined,
    pinned: settings.pinned.includes(column.id),
    editor: editorOf(column),
    ...sizeOf(column, column.id === grows?.id, settings.widths[column.id]),
  }));
}

function unitOf(column: Column) {
  const unit = unitAfter(column);
  return unit === undefined ? {} : { unit };
}

function sizeOf(column: Column, isGrowing: boolean, width: number | undefined) {
  if (width !== undefined) return { width };
  return isGrowing ? { minWidth: 260 } : { width: widthOf(column) };
}

/** Hidden columns are left out, pinned ones come first; then the order that the user made, then the design's. */
function arranged(columns: readonly Column[], settings: GridSettings): readonly Column[] {
  const { hidden, pinned, order } = settings;
  const rank = ({ id }: Column): number => {
    const place = order.indexOf(id);
    return (pinned.includes(id) ? -1_000_000 : 0) + (place === -1 ? 1_000 : place);
  };
  return columns.filter(({ id }) => !hidden.includes(id)).toSorted((a, b) => rank(a) - rank(b));
}

/** How a value of the column is edited in grid and drawer; lists and objects are not. */
export function editorOf({ type, fill }: Column): GridColumn['editor'] {
  if (type === 'list' || type === 'object') return undefined;
  if (fill.kind === 'category')
    return { kind: 'choice', options: fill.values.map(({ value }) => String(value)) };
  if (fill.kind === 'generated' && fill.values !== undefined && fill.values.length > 0)
    return { kind: 'choice', options: fill.values };
  if (type === 'boolean') return { kind: 'choice', options: ['true', 'false'] };
  if (type === 'integer' || type === 'decimal') return { kind: 'number' };
  return { kind: type === 'date' ? 'date' : 'text' };
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
