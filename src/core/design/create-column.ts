/** New columns with settings that work at once, named so that nothing clashes; what they need besides comes along as commands. */
import type { Column, ColumnType, DatasetDesign } from './design.ts';
import { isReferable, uniqueName } from './column-names.ts';
import { isNumericColumn, knownValues } from './column-facts.ts';
import type { DesignCommand } from './command.ts';
import { samplerDraft } from './create-sampler.ts';
import type { Fill, FillKind } from './fill.ts';
import { shapedDraft } from './create-shaped-column.ts';

export interface NewColumn {
  /** Id of the column that the commands add. */
  readonly columnId: string;
  /** To be applied in turn; the last adds the column at the end, earlier ones add what it needs. */
  readonly commands: readonly DesignCommand[];
}

export interface Draft {
  readonly fill: Fill;
  readonly type: ColumnType;
  readonly name?: string;
  readonly needs?: readonly DesignCommand[];
}

/** A column of the given kind. Generated ones share the first call of the design, or bring a call and a demo model; subcategories and sources bring what they depend on when the design has none. */
export function createColumn(design: DatasetDesign, kind: FillKind): NewColumn {
  const { fill, type, name = kind, needs = [] } = draftOf(design, kind);
  const added = needs.flatMap((command) => (command.kind === 'add-column' ? [command.column] : []));
  const columns = [...design.columns, ...added];
  const columnId = uniqueName(name, new Set(columns.map(({ id }) => id)));
  const column: Column = {
    id: columnId,
    name: uniqueName(name, new Set(columns.map((existing) => existing.name))),
    description: '',
    type,
    fill,
    nullRate: 0,
    drop: false,
  };
  return { columnId, commands: [...needs, { kind: 'add-column', column }] };
}

function draftOf(design: DatasetDesign, kind: FillKind): Draft {
  switch (kind) {
    case 'category':
      return categoryDraft();
    case 'subcategory':
      return subcategoryDraft(design);
    case 'number':
      return {
        type: 'decimal',
        fill: { kind, distribution: { kind: 'uniform', low: 0, high: 100 }, decimalPlaces: 2 },
      };
    case 'boolean':
      return { type: 'boolean', fill: { kind, probability: 0.5 } };
    case 'datetime':
      return {
        type: 'date',
        name: 'date',
        fill: { kind, start: '2025-01-01', end: '2026-01-01', unit: 'D' },
      };
    case 'uuid':
      return { type: 'text', fill: { kind } };
    case 'sequence':
      return { type: 'integer', name: 'number', fill: { kind, start: 1, step: 1 } };
    case 'timedelta':
    case 'person':
    case 'faker':
    case 'pattern':
    case 'constant':
    case 'texts':
    case 'series':
      return samplerDraft(kind, design);
    case 'source':
      return sourceDraft(design);
    case 'generated':
      return generatedDraft(design);
    case 'formula':
      return { type: 'decimal', fill: { kind, expression: formulaText(design) } };
    case 'template':
      return { type: 'text', name: 'text', fill: { kind, template: templateText(design) } };
    default:
      return shapedDraft(design, kind, { text: templateText(design), source: sourceDraft(design) });
  }
}

function categoryDraft(): Draft & { readonly fill: { readonly kind: 'category' } } {
  const values = ['A', 'B', 'C'].map((value) => ({ value, weight: 1 }));
  return { type: 'text', fill: { kind: 'category', values } };
}

function subcategoryDraft(design: DatasetDesign): Draft {
  const existing = design.columns.find(({ fill }) => fill.kind === 'category');
  const parent = existing ?? { ...newParent(design), ...categoryDraft() };
  const entries = (knownValues(parent) ?? []).map((value) => [
    value,
    [1, 2].map((number) => ({ value: `${value} ${number}`, weight: 1 })),
  ]);
  return {
    type: 'text',
    fill: {
      kind: 'subcategory',
      category: parent.id,
      values: Object.fromEntries(entries) as Record<string, { value: string; weight: number }[]>,
    },
    needs: existing === undefined ? [{ kind: 'add-column', column: parent }] : [],
  };
}

function newParent(design: DatasetDesign): Omit<Column, 'fill' | 'type'> {
  const id = uniqueName('category', new Set(design.columns.map((column) => column.id)));
  const name = uniqueName('category', new Set(design.columns.map((column) => column.name)));
  return { id, name, description: '', nullRate: 0, drop: false };
}

function sourceDraft(design: DatasetDesign): Draft {
  const source = design.sources.find(({ rows }) => rows.length > 0);
  const field = Object.keys(source?.rows[0] ?? {})[0];
  if (source !== undefined && field !== undefined)
    return { type: 'text', fill: { kind: 'source', source: source.id, field } };
  const id = uniqueName('examples', new Set(design.sources.map((existing) => existing.id)));
  const rows = [{ text: 'First example' }, { text: 'Second example' }];
  return {
    type: 'text',
    fill: { kind: 'source', source: id, field: 'text' },
    needs: [
      { kind: 'add-source', source: { id, name: id, kind: 'inline', order: 'sequence', rows } },
    ],
  };
}

function generatedDraft(design: DatasetDesign): Draft {
  const [call] = design.calls;
  if (call !== undefined)
    return { type: 'text', name: 'text', fill: { kind: 'generated', call: call.id } };
  const alias = design.models[0]?.alias ?? 'writer';
  const needs: DesignCommand[] = [
    {
      kind: 'add-call',
      call: {
        id: 'writer',
        name: 'writer',
        model: alias,
        rowsPerRequest: 10,
        messages: [],
        examples: [],
        output: { kind: 'fields' },
      },
    },
  ];
  if (design.models.length === 0)
    needs.unshift({ kind: 'add-model', model: { alias, provider: 'demo', model: '' } });
  return { type: 'text', name: 'text', fill: { kind: 'generated', call: 'writer' }, needs };
}

function formulaText(design: DatasetDesign): string {
  const numeric = design.columns.find(
    (column) => isNumericColumn(column) && isReferable(column.name),
  );
  return numeric === undefined ? '1 + 1' : `${numeric.name} * 2`;
}

function templateText(design: DatasetDesign): string {
  const names = design.columns.map(({ name }) => name).filter(isReferable);
  const [opening, closing] = design.dialect === 'oumi' ? ['{', '}'] : ['{{ ', ' }}'];
  return names.length === 0
    ? 'Text'
    : names
        .slice(0, 2)
        .map((name) => `${opening}${name}${closing}`)
        .join(' ');
}
