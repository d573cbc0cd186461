import { fillGroup, type FillKind } from '#core/design/fill.ts';

export interface FillEntry {
  readonly kind: FillKind;
  readonly label: string;
  /** What it does, in a few words. */
  readonly about: string;
}

/** Every way to fill a column, grouped by origin in the order of menus. */
export const fillCatalogue: readonly FillEntry[] = [
  { kind: 'category', label: 'Category', about: 'values with weights' },
  { kind: 'subcategory', label: 'Subcategory', about: 'values that depend on another column' },
  { kind: 'number', label: 'Number', about: 'drawn from a distribution' },
  { kind: 'boolean', label: 'Boolean', about: 'true or false' },
  { kind: 'datetime', label: 'Date and time', about: 'a moment in a range' },
  { kind: 'timedelta', label: 'Time after', about: 'so long after or before another moment' },
  { kind: 'series', label: 'Time series', about: 'trend, season and noise over the rows' },
  { kind: 'sequence', label: 'Sequence', about: 'counts up' },
  { kind: 'uuid', label: 'UUID', about: 'a random identifier' },
  { kind: 'pattern', label: 'Pattern', about: 'texts that match a regular expression' },
  { kind: 'person', label: 'Person', about: 'name, e-mail, city and age that agree' },
  { kind: 'faker', label: 'Faker', about: 'words of many kinds' },
  { kind: 'texts', label: 'Sentences', about: 'put together from your lists' },
  { kind: 'constant', label: 'Constant', about: 'one value in every row' },
  { kind: 'generated', label: 'Written by a model', about: 'language, from the other columns' },
  { kind: 'formula', label: 'Formula', about: 'computed from other columns' },
  { kind: 'template', label: 'Template', about: 'text with other columns in it' },
  { kind: 'list', label: 'List', about: 'one template for each item' },
  { kind: 'object', label: 'Object', about: 'one template for each key' },
  { kind: 'chat', label: 'Chat', about: 'a conversation from templates' },
  { kind: 'postprocess', label: 'Cleaned text', about: 'another column, cut and trimmed' },
  { kind: 'pick', label: 'Part of a value', about: 'one item of a list or object' },
  { kind: 'source', label: 'Source', about: 'taken from rows you bring' },
  { kind: 'shots', label: 'Rows of a source', about: 'several of them as a list' },
];

/** True where the entry begins another origin than the one before it. */
export function beginsGroup(index: number): boolean {
  const [entry, previous] = [fillCatalogue[index], fillCatalogue[index - 1]];
  if (entry === undefined || previous === undefined) return false;
  return fillGroup(entry.kind) !== fillGroup(previous.kind);
}
