/** Drafts of columns that shape what the row holds: lists, objects, chats, cleaned texts, parts, several source rows. */
import { uniqueName } from './column-names.ts';
import type { DesignCommand } from './command.ts';
import type { Column, DatasetDesign } from './design.ts';
import type { Draft } from './create-column.ts';
import type { FillKind } from './fill.ts';

export type ShapedKind = Extract<
  FillKind,
  'list' | 'object' | 'chat' | 'postprocess' | 'pick' | 'shots'
>;

export interface ShapedStart {
  /** A template that reads what the design has. */
  readonly text: string;
  /** A draft that takes a field of a source, with the commands that bring the source. */
  readonly source: Draft;
}

/** What a column reads is the last of the design that it can use, or one that comes along. */
export function shapedDraft(
  design: DatasetDesign,
  kind: ShapedKind,
  { text, source }: ShapedStart,
): Draft {
  switch (kind) {
    case 'list':
      return { type: 'list', name: 'items', fill: { kind, items: [text] } };
    case 'object':
      return { type: 'object', name: 'record', fill: { kind, entries: { text } } };
    case 'chat':
      return {
        type: 'object',
        name: 'conversation',
        fill: { kind, messages: [{ role: 'user', content: text }], metadata: {} },
      };
    case 'postprocess': {
      const { column, needs } = readText(design);
      return { type: 'text', name: 'clean_text', fill: { kind, column, strip: true }, needs };
    }
    case 'pick': {
      const { column, needs } = readList(design);
      return { type: 'text', name: 'part', fill: { kind, column, path: '[0]' }, needs };
    }
    case 'shots': {
      const id = source.fill.kind === 'source' ? source.fill.source : '';
      const fill = { kind, source: id, count: 2 } as const;
      return { type: 'list', name: 'shots', fill, needs: source.needs ?? [] };
    }
  }
}

interface Read {
  readonly column: string;
  readonly needs: readonly DesignCommand[];
}

/** Only texts can be cleaned. */
function readText({ columns }: DatasetDesign): Read {
  const last = columns.findLast(({ type }) => type === 'text');
  if (last !== undefined) return { column: last.id, needs: [] };
  return brought(columns, 'text', { type: 'text', fill: { kind: 'template', template: 'Text' } });
}

/** What has a first item. */
function readList({ columns }: DatasetDesign): Read {
  const last = columns.findLast(({ type }) => type === 'list');
  if (last !== undefined) return { column: last.id, needs: [] };
  return brought(columns, 'items', { type: 'list', fill: { kind: 'list', items: ['Text'] } });
}

function brought(
  columns: readonly Column[],
  name: string,
  parts: Pick<Column, 'type' | 'fill'>,
): Read {
  const free = uniqueName(name, new Set(columns.flatMap((column) => [column.id, column.name])));
  const own = { id: free, name: free, description: '', nullRate: 0, drop: false };
  return { column: free, needs: [{ kind: 'add-column', column: { ...own, ...parts } }] };
}
