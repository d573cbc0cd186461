/** Another way to fill a column: what still makes sense of the old one is kept. */
import type { DesignCommand } from '#core/design/command.ts';
import { createColumn } from '#core/design/create-column.ts';
import { groupValues } from '#core/design/column-facts.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import type { CategoryValue, Fill, FillKind } from '#core/design/fill.ts';

/** The commands that switch the column to `kind`; what the new fill needs besides comes first. */
export function changeFill(
  column: Column,
  kind: FillKind,
  design: DatasetDesign,
): readonly DesignCommand[] {
  const { commands } = createColumn(withoutColumn(design, column, kind), kind);
  const needs = commands.slice(0, -1);
  const last = commands.at(-1);
  if (last?.kind !== 'add-column') return [];
  const { fill: created, type } = last.column;
  const fill = carryOver(column.fill, created, design);
  const change = keepsType(column.fill.kind, kind) ? { fill } : { fill, type };
  return [...needs, { kind: 'update-column', columnId: column.id, change }];
}

/** A column must not be offered to itself, but its id and name stay taken for what comes along. */
function withoutColumn(design: DatasetDesign, column: Column, kind: FillKind): DatasetDesign {
  const others = design.columns.filter(({ id }) => id !== column.id);
  if (kind !== 'subcategory') return { ...design, columns: others };
  return { ...design, columns: [...others, { ...column, type: 'text', fill: { kind: 'uuid' } }] };
}

/** A category whose table depends on `parentId`; an empty id makes it independent again. */
export function varyWith(column: Column, parentId: string, design: DatasetDesign): Fill {
  const values = ownValues(column.fill);
  if (parentId === '') return { kind: 'category', values };
  const parent = design.columns.find(({ id }) => id === parentId);
  const groups = groupValues(parent).map(String);
  const earlier = column.fill.kind === 'subcategory' ? column.fill.values : {};
  const tables = groups.map((group) => [group, earlier[group] ?? values] as const);
  return { kind: 'subcategory', category: parentId, values: Object.fromEntries(tables) };
}

/** The values of a category, or of all tables of a subcategory together. */
function ownValues(fill: Fill): readonly CategoryValue[] {
  if (fill.kind === 'category') return fill.values;
  if (fill.kind !== 'subcategory') return [];
  const byValue = new Map(
    Object.values(fill.values)
      .flat()
      .map((item) => [String(item.value), item] as const),
  );
  return [...byValue.values()];
}

function carryOver(from: Fill, to: Fill, design: DatasetDesign): Fill {
  const values = ownValues(from);
  if (to.kind === 'category' && values.length > 0) return { ...to, values };
  if (to.kind === 'subcategory' && from.kind === 'category') {
    const parent = design.columns.find(({ id }) => id === to.category);
    const tables = groupValues(parent).map((group) => [String(group), values] as const);
    return { ...to, values: Object.fromEntries(tables) };
  }
  if (to.kind === 'template' && from.kind === 'formula')
    return { ...to, template: `{{ ${from.expression} }}` };
  return to;
}

/** Fills that can hold any type keep the one the column has. */
function keepsType(from: FillKind, to: FillKind): boolean {
  const free: readonly FillKind[] = ['category', 'subcategory', 'generated', 'source'];
  return from === to || (free.includes(from) && free.includes(to));
}
