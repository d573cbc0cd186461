/** Column names offered inside `{{ }}` of a template, with what they are and what row 1 holds. */
import type { Column } from '#core/design/design.ts';

export interface ReferenceSuggestion {
  readonly name: string;
  readonly detail: string;
  readonly documentation: string;
}

/** The name begun at the end of `before` when it lies inside an open `{{` or `{%`; undefined elsewhere. */
export function referencePrefix(before: string): string | undefined {
  const open = Math.max(before.lastIndexOf('{{'), before.lastIndexOf('{%'));
  const close = Math.max(before.lastIndexOf('}}'), before.lastIndexOf('%}'));
  if (open === -1 || close > open) return undefined;
  const match = /([\p{L}_][\p{L}\p{N}_.]*)?$/u.exec(before.slice(open + 2));
  return match?.[0];
}

/** As `referencePrefix`, for the single braces of Oumi; doubled ones are plain text there. */
export function placeholderPrefix(before: string): string | undefined {
  const match = /(?<!\{)(?:\{\{)*\{([\p{L}_][\p{L}\p{N}_.]*)?$/u.exec(before);
  return match === null ? undefined : (match[1] ?? '');
}

/** What stands in Oumi's braces: a value, its name by itself, or one of its attributes. */
export function placeholderSuggestions(columns: readonly Column[]): readonly ReferenceSuggestion[] {
  return columns.flatMap((column) => {
    const own = { name: column.name, detail: column.fill.kind, documentation: column.description };
    if (column.fill.kind !== 'category') return [own];
    const attributes = ['name', 'description', 'parent'].map((key) => ({
      name: `${column.name}.${key}`,
      detail: 'attribute',
      documentation: key === 'parent' ? 'The name of the attribute.' : `The ${key} of the value.`,
    }));
    return [own, ...attributes];
  });
}

export function referenceSuggestions(columns: readonly Column[]): readonly ReferenceSuggestion[] {
  return columns.flatMap((column) => {
    const own = { name: column.name, detail: column.fill.kind, documentation: column.description };
    if (column.fill.kind !== 'category' && column.fill.kind !== 'subcategory') return [own];
    const attributes = ['description', 'label', 'weight'].map((key) => ({
      name: `${column.name}.${key}`,
      detail: 'attribute',
      documentation: `The ${key} of the value in the row.`,
    }));
    return [own, ...attributes];
  });
}
