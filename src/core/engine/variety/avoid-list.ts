/** What a model is shown so that it does not repeat it: the latest rows, texts only, within a fixed number of tokens. */
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import type { Column } from '#core/design/design.ts';

export interface AvoidSource {
  /** The columns that the call writes. */
  readonly columns: readonly Column[];
  /** Rows that the call has written, oldest first. */
  readonly rows: readonly number[];
  readonly read: (columnId: string, row: number) => JsonValue | undefined;
}

/** About 600 tokens at four characters each. */
const maxCharacters = 600 * 4;
const shownCharacters = 80;

/**
 * The newest of `rows` that fit, newest last, one object by column name each. Only free texts count: values
 * from a list must repeat and numbers may. Long texts are cut to their first 80 characters.
 */
export function avoidList({ columns, rows, read }: AvoidSource): readonly JsonObject[] {
  const shown = columns.filter(isFreeText);
  const list: JsonObject[] = [];
  let spent = 0;
  for (const row of rows.toReversed()) {
    const entries = shown.flatMap(({ id, name }): [string, JsonValue][] => {
      const value = read(id, row);
      return typeof value === 'string' ? [[name, cut(value)]] : [];
    });
    if (entries.length === 0) continue;
    const entry = Object.fromEntries(entries);
    spent += JSON.stringify(entry).length;
    if (spent > maxCharacters) break;
    list.unshift(entry);
  }
  return list;
}

function isFreeText({ type, fill }: Column): boolean {
  return type === 'text' && fill.kind === 'generated' && (fill.values?.length ?? 0) === 0;
}

function cut(text: string): string {
  if (text.length <= shownCharacters) return text;
  // Half a surrogate pair at the cut would be no text.
  return `${text.slice(0, shownCharacters).replace(/[\ud800-\udbff]$/, '')}…`;
}
