/** One change in a few words: what the item is now, or what it was and what it becomes. */
import { findColumn, type DatasetDesign } from '#core/design/design.ts';
import { itemsById, settingNames, type DesignChange } from '#core/design/changes/design-changes.ts';
import { columnSummary } from '#core/design/summary/column-summary.ts';

export interface ChangeDetails {
  /** Kind of fill of a column, for its tile. */
  readonly fillKind?: string;
  /** Kind of a rule, for its glyph. */
  readonly ruleKind?: string;
  readonly text: string;
}

export function changeDetails(
  change: DesignChange,
  before: DatasetDesign,
  after: DatasetDesign,
): ChangeDetails {
  const key = change.id.slice(change.list.length + 1);
  switch (change.list) {
    case 'columns':
      return columnDetails(key, before, after);
    case 'constraints':
      return ruleDetails(key, before, after);
    case 'settings':
      return { text: settingText(key, after) };
    default:
      return { text: '' };
  }
}

function columnDetails(id: string, before: DatasetDesign, after: DatasetDesign): ChangeDetails {
  const [was, is] = [wordsOf(id, before), wordsOf(id, after)];
  const column = findColumn(after, id) ?? findColumn(before, id);
  const text = was !== '' && is !== '' && was !== is ? `${was} → ${is}` : is || was;
  return { text, ...(column === undefined ? {} : { fillKind: column.fill.kind }) };
}

function wordsOf(id: string, design: DatasetDesign): string {
  const column = findColumn(design, id);
  if (column === undefined) return '';
  const { text, call } = columnSummary(column, design);
  const values =
    column.fill.kind === 'category' ? column.fill.values.map(({ value }) => String(value)) : [];
  const shown = values.length > 0 ? shortList(values) : call === '' ? text : `${text} ${call}`;
  return `${column.type}, ${shown}`;
}

const mostShown = 4;

function shortList(values: readonly string[]): string {
  const more = values.length > mostShown ? ` and ${values.length - mostShown} more` : '';
  return `${values.slice(0, mostShown).join(', ')}${more}`;
}

function ruleDetails(id: string, before: DatasetDesign, after: DatasetDesign): ChangeDetails {
  const rule = itemsById(after, 'constraints').get(id) ?? itemsById(before, 'constraints').get(id);
  if (rule === undefined || !('kind' in rule)) return { text: '' };
  const expression = 'expression' in rule ? rule.expression : '';
  return { ruleKind: rule.kind, text: 'sentence' in rule ? expression : '' };
}

function settingText(name: string, after: DatasetDesign): string {
  const key = settingNames.find((one) => one === name);
  const value = key === undefined ? undefined : after[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
