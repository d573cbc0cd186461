/** A few rows that stand for many: together they show every value that is frequent and every part of a range. */
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import { fieldValue } from '#core/design/field-value.ts';

export interface SampleBounds {
  readonly rows: number;
  /** Characters of JSON; rows are taken whole or not at all. */
  readonly characters: number;
}

const bins = 4;
const mostCandidates = 2_000;

/**
 * Indices of the chosen rows, in order. Greedy cover: each next row is the one that shows most of what is not yet
 * shown; of equals the earlier. Only these fields count. Of very many rows an even selection is looked at.
 */
export function chooseSample(
  rows: readonly JsonObject[],
  fields: readonly string[],
  { rows: most, characters }: SampleBounds,
): readonly number[] {
  const stride = Math.max(1, Math.ceil(rows.length / mostCandidates));
  const candidates = rows.map((_, index) => index).filter((index) => index % stride === 0);
  const traits = traitsOf(rows, fields);
  const open = new Map(candidates.map((index) => [index, traits(index)]));
  const shown = new Set<string>();
  const chosen: number[] = [];
  let left = characters;
  while (chosen.length < most && open.size > 0) {
    const best = bestOf(open, shown);
    for (const trait of open.get(best) ?? []) shown.add(trait);
    open.delete(best);
    const size = sizeOf(rows[best], fields);
    if (size > left) continue;
    left -= size;
    chosen.push(best);
  }
  return chosen.sort((a, b) => a - b);
}

function bestOf(open: ReadonlyMap<number, readonly string[]>, shown: ReadonlySet<string>): number {
  let best = -1;
  let most = -1;
  for (const [index, traits] of open) {
    const fresh = traits.reduce((count, trait) => count + (shown.has(trait) ? 0 : 1), 0);
    if (fresh > most) [best, most] = [index, fresh];
  }
  return best;
}

function sizeOf(row: JsonObject | undefined, fields: readonly string[]): number {
  return fields.reduce((sum, field) => sum + JSON.stringify(fieldValue(row, field)).length, 0);
}

function traitsOf(
  rows: readonly JsonObject[],
  fields: readonly string[],
): (index: number) => readonly string[] {
  const readers = fields.map((field) => {
    const numbers = rows
      .map((row) => fieldValue(row, field))
      .filter((value) => typeof value === 'number');
    const low = numbers.reduce((least, value) => Math.min(least, value), Infinity);
    const high = numbers.reduce((most, value) => Math.max(most, value), -Infinity);
    const width = high - low || 1;
    return (value: JsonValue): string =>
      typeof value === 'number'
        ? `${field}:${Math.min(bins - 1, Math.floor((bins * (value - low)) / width))}`
        : `${field}:${kindOfText(value)}`;
  });
  return (index) =>
    readers.map((read, place) => read(fieldValue(rows[index], fields[place] ?? '')));
}

/** Short texts by value, long ones by length. */
function kindOfText(value: JsonValue): string {
  if (typeof value !== 'string') return JSON.stringify(value).slice(0, 40);
  return value.length <= 24 ? value : `~${Math.floor(Math.log2(value.length))}`;
}
