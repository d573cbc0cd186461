/** Drafts of columns that shape what the row holds: lists, objects, chats, cleaned texts, parts, several source rows. */
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

/** What a column reads is the last one of the design, or one that comes along. */
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
      const { column, needs } = readColumn(design);
      return { type: 'text', name: 'clean_text', fill: { kind, column, strip: true }, needs };
    }
    case 'pick': {
      const { column, needs } = readColumn(design);
      return { type: 'text', name: 'part', fill: { kind, column, path: '[0]' }, needs };
    }
    case 'shots': {
      const id = source.fill.kind === 'source' ? source.fill.source : '';
      const fill = { kind, source: id, count: 2 } as const;
      return { type: 'list', name: 'shots', fill, needs: source.needs ?? [] };
    }
  }
}

function readColumn(design: DatasetDesign): {
  readonly column: string;
  readonly needs: readonly DesignCommand[];
} {
  const last = design.columns.at(-1);
  if (last !== undefined) return { column: last.id, needs: [] };
  const column: Column = {
    id: 'text',
    name: 'text',
    description: '',
    type: 'text',
    fill: { kind: 'template', template: 'Text' },
    nullRate: 0,
    drop: false,
  };
  return { column: column.id, needs: [{ kind: 'add-column', column }] };
}
