/** What to offer behind `{{`, or behind the single brace of Oumi: names of columns, and the attributes of a category behind its dot. */
import type { Column, DatasetDesign } from '#core/design/design.ts';

export interface ReferenceOption {
  /** What is written into the template, such as `brand.description`. */
  readonly name: string;
  readonly fillKind: string;
  /** A quiet word at the right. */
  readonly note: string;
}

export interface Completion {
  /** Half-open range of the text that an option replaces. */
  readonly start: number;
  readonly end: number;
  readonly options: readonly ReferenceOption[];
}

export interface Insertion {
  readonly text: string;
  readonly caret: number;
}

export type TemplateDialect = DatasetDesign['dialect'];

/** Undefined where no name is being typed: outside braces, inside a string, behind a filter bar. */
export function completionAt(
  text: string,
  caret: number,
  {
    options,
    dialect,
  }: { readonly options: readonly ReferenceOption[]; readonly dialect: TemplateDialect },
): Completion | undefined {
  const inside = insideBraces(text, caret, dialect);
  if (inside === undefined) return undefined;
  const fragment = /[\p{L}_][\p{L}\p{N}_.]*$/u.exec(inside)?.[0] ?? '';
  const before = inside.slice(0, inside.length - fragment.length).trimEnd();
  if (/[|)\]'"\d.]$/.test(before) || isInString(before)) return undefined;
  if (dialect === 'oumi' && before !== '') return undefined;
  const matching = options.filter(({ name }) => isMatch(name, fragment));
  if (matching.length === 0 || matching.some(({ name }) => name === fragment)) return undefined;
  return { start: caret - fragment.length, end: caret, options: matching };
}

/** What stands between the open braces and the caret; undefined where none are open. Doubled braces are plain text to Oumi. */
function insideBraces(text: string, caret: number, dialect: TemplateDialect): string | undefined {
  if (dialect === 'oumi') {
    const braces = /(\{+)([^{}\n]*)$/.exec(text.slice(0, caret));
    return braces !== null && (braces[1] ?? '').length % 2 === 1 ? braces[2] : undefined;
  }
  const open = text.lastIndexOf('{{', caret - 2);
  if (open < 0 || caret < open + 2) return undefined;
  const inside = text.slice(open + 2, caret);
  return inside.includes('}}') || inside.includes('\n') ? undefined : inside;
}

/** The text with the option in place; braces are closed when nothing closes them yet. */
export function insertReference(
  text: string,
  completion: Completion,
  { name, dialect }: { readonly name: string; readonly dialect: TemplateDialect },
): Insertion {
  const head = text.slice(0, completion.start);
  const tail = text.slice(completion.end);
  const isOumi = dialect === 'oumi';
  const lead = !isOumi && head.endsWith('{{') ? ' ' : '';
  const isClosed = (isOumi ? /^[^{\n]*\}/ : /^[^{\n]*\}\}/).test(tail);
  const close = isOumi ? '}' : ' }}';
  const inserted = `${lead}${name}${isClosed ? '' : close}`;
  return { text: head + inserted + tail, caret: head.length + inserted.length };
}

/** A whole reference at the caret, with a space where words would run together. */
export function insertWhole(
  text: string,
  caret: number,
  { name, dialect }: { readonly name: string; readonly dialect: TemplateDialect },
): Insertion {
  const head = text.slice(0, caret);
  const lead = head === '' || /[\s({["'“]$/.test(head) ? '' : ' ';
  const inserted = `${lead}${dialect === 'oumi' ? `{${name}}` : `{{ ${name} }}`}`;
  return { text: head + inserted + text.slice(caret), caret: caret + inserted.length };
}

/** Options of a design: every column but the ones the text itself fills, then the attributes of categories. */
export function referenceOptions(
  { columns, dialect }: Pick<DatasetDesign, 'columns' | 'dialect'>,
  filled: ReadonlySet<string>,
): readonly ReferenceOption[] {
  return columns
    .filter(({ id }) => !filled.has(id))
    .flatMap((column) => [
      { name: column.name, fillKind: column.fill.kind, note: column.fill.kind },
      ...attributesOf(column).map((attribute) => ({
        name: `${column.name}.${attributeName(attribute, dialect)}`,
        fillKind: column.fill.kind,
        note: 'attribute',
      })),
    ]);
}

/** The label of a value is its name in Oumi. */
function attributeName(attribute: string, dialect: TemplateDialect): string {
  return dialect === 'oumi' && attribute === 'label' ? 'name' : attribute;
}

function attributesOf({ fill }: Column): readonly ('label' | 'description')[] {
  if (fill.kind !== 'category' && fill.kind !== 'subcategory') return [];
  const values = fill.kind === 'category' ? fill.values : Object.values(fill.values).flat();
  const has = (attribute: 'label' | 'description') =>
    values.some((value) => (value[attribute] ?? '') !== '');
  return (['description', 'label'] as const).filter(has);
}

function isMatch(name: string, fragment: string): boolean {
  if (!fragment.includes('.') && name.includes('.'))
    return fragment !== '' && name.toLowerCase().startsWith(fragment.toLowerCase());
  return name.toLowerCase().startsWith(fragment.toLowerCase());
}

function isInString(text: string): boolean {
  let quote = '';
  for (const character of text) {
    if (quote === '') quote = character === "'" || character === '"' ? character : '';
    else if (character === quote) quote = '';
  }
  return quote !== '';
}
