/** What a model is shown so that it does not repeat it: texts of chosen rows only, within a number of tokens. */
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import type { Column } from '#core/design/design.ts';
import { isFreeText } from '#core/design/variety-settings.ts';

export interface AvoidSource {
  /** The columns that the call writes. */
  readonly columns: readonly Column[];
  /** Rows that the call has written, the most important last. */
  readonly rows: readonly number[];
  readonly read: (columnId: string, row: number) => JsonValue | undefined;
  /** At four characters each. */
  readonly maxTokens: number;
}

const shownCharacters = 80;

/**
 * The most important of `rows` that fit, in their order, one object by column name each. Only free texts count: values
 * from a list must repeat and numbers may. Long texts are cut to their first 80 characters.
 */
export function avoidList({ columns, rows, read, maxTokens }: AvoidSource): readonly JsonObject[] {
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
    if (spent > 4 * maxTokens) break;
    list.unshift(entry);
  }
  return list;
}

function cut(text: string): string {
  if (text.length <= shownCharacters) return text;
  // Half a surrogate pair at the cut would be no text.
  return `${text.slice(0, shownCharacters).replace(/[\ud800-\udbff]$/, '')}…`;
}
