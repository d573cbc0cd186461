/** Code of the demo model: short, valid in its language, and about the facts of the row. */
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import type { Draw } from './draw.ts';

const verbs = ['load', 'count', 'list', 'rank', 'merge', 'check', 'store', 'filter'] as const;
const nouns = ['item', 'order', 'record', 'entry', 'event', 'sample'] as const;

/** Without a fence. `language` is the name of a code column’s language. */
export function demoCode(language: string, facts: JsonObject, draw: Draw): string {
  const verb = draw.pick(verbs, 'verb');
  const noun = draw.pick(nouns, 'noun');
  const number = draw.walk(90, 'number') + 10;
  const entries = Object.entries(facts)
    .filter((entry): entry is [string, string | number | boolean] => isPlain(entry[1]))
    .slice(0, 3);
  if (language === 'json')
    return JSON.stringify(
      { action: `${verb}_${noun}`, limit: number, ...Object.fromEntries(entries) },
      undefined,
      2,
    );
  if (language.startsWith('sql:')) return sqlOf(`${noun}s`, entries, number);
  return (templates[language] ?? templates.javascript)?.({ verb, noun, number, entries }) ?? '';
}

function isPlain(value: JsonValue): boolean {
  return value !== null && typeof value !== 'object';
}

type Entries = readonly (readonly [string, string | number | boolean])[];

function sqlOf(table: string, entries: Entries, limit: number): string {
  const names = entries.map(([name]) => columnName(name));
  const values = entries.map(([, value]) => sqlValue(value));
  if (names.length === 0)
    return `SELECT id, total\nFROM ${table}\nWHERE total > ${limit}\nORDER BY total DESC;`;
  return `INSERT INTO ${table} (id, ${names.join(', ')})\nVALUES (${limit}, ${values.join(', ')});`;
}

/** Names that no dialect reserves. */
function columnName(name: string): string {
  return `${
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '') || 'value'
  }_value`;
}

function sqlValue(value: string | number | boolean): string {
  if (typeof value === 'number') return String(value);
  return `'${String(value).replaceAll("'", "''").replaceAll('\\', '').slice(0, 60)}'`;
}

interface Parts {
  readonly verb: string;
  readonly noun: string;
  readonly number: number;
  readonly entries: Entries;
}

const text = (entries: Entries): string =>
  JSON.stringify(
    entries
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')
      .slice(0, 80),
  );

const templates: Readonly<Record<string, (parts: Parts) => string>> = {
  python: ({ verb, noun, number, entries }) =>
    [
      `def ${verb}_${noun}s(rows, limit=${number}):`,
      `    """Told of ${noun}s: ${text(entries).slice(1, -1).replaceAll('\\', '').replaceAll('"', '')}."""`,
      `    chosen = [row for row in rows if row["${noun}"] is not None]`,
      '    return chosen[:limit]',
    ].join('\n'),
  javascript: ({ verb, noun, number, entries }) =>
    `// ${text(entries)}\nfunction ${verb}${capital(noun)}s(rows) {\n  return rows.slice(0, ${number});\n}`,
  typescript: ({ verb, noun, number }) =>
    `export function ${verb}${capital(noun)}s<Row>(rows: readonly Row[]): readonly Row[] {\n  return rows.slice(0, ${number});\n}`,
  bash: ({ noun, number }) => `#!/usr/bin/env bash\nhead -n ${number} ${noun}s.csv`,
  go: ({ verb, noun, number }) =>
    `func ${verb}${capital(noun)}s(rows []string) []string {\n\tif len(rows) > ${number} {\n\t\treturn rows[:${number}]\n\t}\n\treturn rows\n}`,
  java: ({ verb, noun, number }) =>
    `static int ${verb}${capital(noun)}s(int[] rows) {\n    return Math.min(rows.length, ${number});\n}`,
  rust: ({ verb, noun, number }) =>
    `fn ${verb}_${noun}s(rows: &[i64]) -> usize {\n    rows.len().min(${number})\n}`,
};

function capital(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}
