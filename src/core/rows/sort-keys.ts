/** What rows are sorted by: a number for each; texts are ranked once per distinct value, so that a million rows compare as numbers. */
import type { JsonValue } from '#core/base/json.ts';
import type { RowStore } from './row-store.ts';

/** A number for every row, in the order of its value; NaN where there is none. Texts come after all numbers. */
export function sortKeys(store: RowStore, rows: Uint32Array, columnId: string): Float64Array {
  const numbers = store.numbers(columnId);
  const keys = new Float64Array(rows.length);
  const texts = createTexts();
  const ids = new Int32Array(rows.length).fill(-1);
  for (let place = 0; place < rows.length; place += 1) {
    const row = rows[place] ?? 0;
    const number = numbers?.[row] ?? Number.NaN;
    keys[place] = number;
    if (number === number) continue;
    const value = store.value(columnId, row);
    if (typeof value === 'number') keys[place] = value;
    else if (value !== undefined && value !== null) ids[place] = texts.idOf(value);
  }
  if (texts.list.length > 0) placeTexts(keys, ids, ranksOf(texts.list));
  return keys;
}

function placeTexts(keys: Float64Array, ids: Int32Array, ranks: Int32Array): void {
  const first = 1 + keys.reduce((most, key) => (key > most ? key : most), 0);
  for (let place = 0; place < ids.length; place += 1) {
    const id = ids[place] ?? -1;
    if (id >= 0) keys[place] = first + (ranks[id] ?? 0);
  }
}

/** Numbers different texts from 0; values that read alike have one. */
function createTexts(): { readonly list: readonly string[]; idOf(value: JsonValue): number } {
  const list: string[] = [];
  const known = new Map<string, number>();
  return {
    list,
    idOf(value) {
      const text = textOf(value);
      const id = known.get(text);
      if (id !== undefined) return id;
      known.set(text, list.length);
      return list.push(text) - 1;
    },
  };
}

/** Places of the texts by code point, with upper and lower case alike and told apart only among equals. */
function ranksOf(texts: readonly string[]): Int32Array {
  const folded = texts.map((text) => text.toLowerCase());
  const order = Array.from(texts.keys()).sort((a, b) => {
    const [one, other] = [folded[a] ?? '', folded[b] ?? ''];
    if (one !== other) return one < other ? -1 : 1;
    return (texts[a] ?? '') < (texts[b] ?? '') ? -1 : 1;
  });
  const ranks = new Int32Array(texts.length);
  order.forEach((id, rank) => (ranks[id] = rank));
  return ranks;
}

export function textOf(value: JsonValue): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
