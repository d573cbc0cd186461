/** As many rows of each value of a column, such as of each label that a classifier is trained on. */
import { canonicalJson, type JsonValue } from '#core/base/json.ts';
import { createRandom } from '#core/base/random.ts';

export interface Balance {
  /** The value of a 0-based row. */
  readonly by: (row: number) => JsonValue | undefined;
  /** Whole number in [0, 2⁵³). Decides which rows of a value stay. */
  readonly seed: number;
}

/**
 * The rows that stay, in the order of `rows`: of each value as many as there are of the rarest, an empty
 * cell counting as a value. Which ones follows from the seed and the row's number alone. Cost: one sort.
 */
export function balanceRows(rows: readonly number[], { by, seed }: Balance): readonly number[] {
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    const value = canonicalJson(by(row) ?? null);
    const group = groups.get(value);
    if (group === undefined) groups.set(value, [row]);
    else group.push(row);
  }
  const least = Math.min(...[...groups.values()].map(({ length }) => length));
  const random = createRandom(seed, 'balance');
  const kept = [...groups.values()].flatMap((group) =>
    group.toSorted((a, b) => random.float(a, 0) - random.float(b, 0) || a - b).slice(0, least),
  );
  return kept.sort((a, b) => a - b);
}
