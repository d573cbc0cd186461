/** Where a problem is, in words and as the editor that shows it. */
import type { JsonPath } from '#core/base/diagnostic.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import type { ViewState } from '#state/view-store.ts';

type OpenEditor = NonNullable<ViewState['openEditor']>;

/** The editor to open for a path; undefined for settings of the design as a whole. */
export function editorOf(path: JsonPath, design: DatasetDesign): OpenEditor | undefined {
  const [list, index] = path;
  if (typeof index !== 'number') return undefined;
  switch (list) {
    case 'columns':
      return editor('column', design.columns[index]?.id);
    case 'constraints':
      return editor('constraint', design.constraints[index]?.id);
    case 'calls':
      return editor('call', design.calls[index]?.id);
    case 'sources':
      return editor('source', design.sources[index]?.id);
    case 'environments':
      return editor('environment', design.environments?.[index]?.id);
    default:
      return undefined;
  }
}

type Whereabouts = Partial<
  Pick<ViewState, 'phonePane' | 'dataTab' | 'designTab' | 'openEditor' | 'openChart'>
>;

/** What has to be on screen for a path: the pane, the tab and the editor. The map has no fields. */
export function whereabouts(
  path: JsonPath,
  design: DatasetDesign,
  { designTab }: Pick<ViewState, 'designTab'>,
): Whereabouts {
  const [list, index] = path;
  if (list === 'rows') return { phonePane: 'data' };
  if (list === 'charts')
    return { phonePane: 'data', dataTab: 'charts', openChart: design.charts[Number(index)]?.id };
  const openEditor = editorOf(path, design);
  return {
    phonePane: 'design',
    ...(designTab === 'map' && { designTab: 'form' }),
    // These have a panel where the editor of a call, a source or a tool would stand.
    ...((openEditor !== undefined || list === 'combinations' || list === 'originals') && {
      openEditor,
    }),
  };
}

function editor(kind: OpenEditor['kind'], id: string | undefined): OpenEditor | undefined {
  return id === undefined ? undefined : { kind, id };
}

/** The place for people: `price, expression`. Empty for the design as a whole. */
export function placeWords(path: JsonPath, design: DatasetDesign): string {
  const [list, index, ...rest] = path;
  if (typeof list !== 'string') return '';
  const name = typeof index === 'number' ? nameOf(list, index, design) : undefined;
  const inside = name === undefined && index !== undefined ? [index, ...rest] : rest;
  const key = inside.findLast((segment) => typeof segment === 'string' && !holders.has(segment));
  return [name ?? spaced(list), key === undefined ? undefined : spaced(String(key))]
    .filter((word) => word !== undefined)
    .join(', ');
}

/** Keys that hold others and say nothing by themselves. */
const holders: ReadonlySet<string> = new Set(['fill', 'distribution', 'content', 'value']);

function nameOf(list: string, index: number, design: DatasetDesign): string | undefined {
  switch (list) {
    case 'columns':
      return design.columns[index]?.name;
    case 'calls':
      return design.calls[index]?.name;
    case 'sources':
      return design.sources[index]?.name;
    case 'environments':
      return design.environments?.[index]?.id;
    case 'models':
      return design.models[index]?.alias;
    case 'constraints':
      return `constraint ${index + 1}`;
    case 'charts':
      return `chart ${index + 1}`;
    default:
      return undefined;
  }
}

/** `rowsPerRequest` → `rows per request`. */
function spaced(key: string): string {
  return key.replace(
    /([a-z])([A-Z])/g,
    (_, before: string, after: string) => `${before} ${after.toLowerCase()}`,
  );
}
