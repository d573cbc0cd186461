/** What may be written at a place of a configuration: keys that are not there yet, or the values of an enum. Told from indentation, so that it works while the text is broken. */
import { configShape } from './config-shape.ts';
import type { Field, Shape } from './shape.ts';

export interface YamlCompletion {
  readonly label: string;
  /** What is written in its place. */
  readonly insert: string;
  readonly detail: string;
}

export interface YamlCompletions {
  /** Where the word begins that a completion replaces; 0-based column. */
  readonly start: number;
  readonly items: readonly YamlCompletion[];
}

/** `line` and `column` count from 0. */
export function completionsAt(text: string, line: number, column: number): YamlCompletions {
  const lines = text.split(/\r?\n/);
  const before = (lines[line] ?? '').slice(0, column);
  const value = /^(\s*(?:- +)*)([\w]+):\s+([A-Za-z_]*)$/.exec(before);
  if (value !== null) {
    const [, lead = '', key = '', word = ''] = value;
    const shape = fieldAt(lines, line, lead.length)?.[key]?.shape;
    return { start: column - word.length, items: valuesOf(shape) };
  }
  const begun = /^(\s*(?:- +)*)(\w*)$/.exec(before);
  if (begun === null) return { start: column, items: [] };
  const [, lead = '', word = ''] = begun;
  const fields = fieldAt(lines, line, lead.length);
  if (fields === undefined) return { start: column - word.length, items: [] };
  const present = keysBeside(lines, line, lead.length);
  const items = Object.entries(fields)
    .filter(([key]) => !present.has(key))
    .map(([key, field]) => keyCompletion(key, field));
  return { start: column - word.length, items };
}

/** The fields that a key at this column would be one of. */
function fieldAt(
  lines: readonly string[],
  line: number,
  column: number,
): Readonly<Record<string, Field>> | undefined {
  let shape: Shape | undefined = configShape;
  for (const key of parentsOf(lines, line, column)) shape = childOf(unlisted(shape), key);
  const inner = unlisted(shape);
  if (inner?.kind === 'struct') return inner.fields;
  if (inner?.kind !== 'map' || inner.keys === undefined) return undefined;
  return Object.fromEntries(inner.keys.values.map((key) => [key, { shape: inner.value }]));
}

function childOf(shape: Shape | undefined, key: string): Shape | undefined {
  if (shape?.kind === 'struct')
    return Object.hasOwn(shape.fields, key) ? shape.fields[key]?.shape : undefined;
  return shape?.kind === 'map' ? shape.value : undefined;
}

function unlisted(shape: Shape | undefined): Shape | undefined {
  return shape?.kind === 'list' ? unlisted(shape.item) : shape;
}

interface KeyLine {
  readonly key: string;
  readonly column: number;
  /** True at the first key of a list item. */
  readonly isItem: boolean;
}

function keyLine(line: string): KeyLine | undefined {
  const match = /^(\s*)((?:- +)*)["']?(\w+)["']?\s*:(?:\s|$)/.exec(line);
  if (match === null) return undefined;
  const [, indent = '', dashes = '', key = ''] = match;
  return { key, column: indent.length + dashes.length, isItem: dashes !== '' };
}

/** From the root down to the key that the column is under. */
function parentsOf(lines: readonly string[], line: number, column: number): readonly string[] {
  const parents: string[] = [];
  let inner = column;
  for (let at = line - 1; at >= 0 && inner > 0; at -= 1) {
    const found = keyLine(lines[at] ?? '');
    if (found === undefined || found.column >= inner) continue;
    parents.unshift(found.key);
    inner = found.column;
  }
  return parents;
}

function keysBeside(lines: readonly string[], line: number, column: number): ReadonlySet<string> {
  const isNewItem = /^\s*- /.test(lines[line] ?? '');
  const above = isNewItem ? [] : siblings(lines.slice(0, line).reverse(), column, true);
  return new Set([...above, ...siblings(lines.slice(line + 1), column, false)]);
}

function siblings(lines: readonly string[], column: number, isUpwards: boolean): readonly string[] {
  const keys: string[] = [];
  for (const line of lines) {
    const found = keyLine(line);
    if (found === undefined || found.column > column) continue;
    if (found.column < column || (found.isItem && !isUpwards)) break;
    keys.push(found.key);
    if (found.isItem) break;
  }
  return keys;
}

function keyCompletion(key: string, { shape, isRequired, fallback }: Field): YamlCompletion {
  const isBlock = ['struct', 'list', 'map', 'record'].includes(shape.kind);
  const usual =
    fallback === undefined || fallback === null || typeof fallback === 'object'
      ? ''
      : `, else ${String(fallback)}`;
  return {
    label: key,
    insert: isBlock ? `${key}:` : `${key}: `,
    detail: `${nameOf(shape)}${isRequired === true ? ', required' : usual}`,
  };
}

function nameOf(shape: Shape): string {
  if (shape.kind === 'enum') return shape.values.join(', ');
  if (shape.kind === 'struct') return 'settings';
  return shape.kind === 'list' ? `list of ${nameOf(shape.item)}` : shape.kind;
}

function valuesOf(shape: Shape | undefined): readonly YamlCompletion[] {
  const words =
    shape?.kind === 'enum' ? shape.values : shape?.kind === 'bool' ? ['true', 'false'] : [];
  return words.map((word) => ({ label: word, insert: word, detail: '' }));
}
