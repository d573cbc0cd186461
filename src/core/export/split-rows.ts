/**
 * Parts of a dataset, such as train and test. Which part a row belongs to follows from the seed and its
 * number alone, so that a file can be made again; shares are met to the row, not by chance.
 */
import { canonicalJson, type JsonValue } from '#core/base/json.ts';
import { createRandom } from '#core/base/random.ts';
import { failure, success, type Result } from '#core/base/result.ts';

export interface SplitPart {
  /** Stands in file names: letters, digits, `-` and `_`. */
  readonly name: string;
  /** Above 0. Shares need no common total: 80 and 20 mean the same as 4 and 1. */
  readonly share: number;
}

export interface Split {
  /** At least two, with distinct names. */
  readonly parts: readonly SplitPart[];
  /** Whole number in [0, 2⁵³). */
  readonly seed: number;
  /** Each of its values has the shares, within a row or two; the set as a whole when absent. */
  readonly by?: ((row: number) => JsonValue | undefined) | undefined;
}

const mostParts = 10;
const longestName = 40;

/**
 * Reads `train=80,test=20`, also with blanks in place of `=`. Fails with a sentence that says what is
 * wrong with the text.
 */
export function parseSplit(text: string): Result<readonly SplitPart[], string> {
  const parts: SplitPart[] = [];
  for (const piece of text.split(',')) {
    const [, name = '', share = ''] =
      /^\s*([\p{L}\p{N}_-]+)\s*[=: ]\s*(\d{1,9}(?:\.\d{1,9})?)\s*%?\s*$/u.exec(piece) ?? [];
    if (name === '' || name.length > longestName || Number(share) <= 0)
      return failure('Parts are written as a name and a share above 0, such as train=80,test=20.');
    if (parts.some((part) => part.name.toLowerCase() === name.toLowerCase()))
      return failure(`Two parts are called ${name}.`);
    parts.push({ name, share: Number(share) });
  }
  if (parts.length < 2 || parts.length > mostParts)
    return failure(`A split has 2 to ${mostParts} parts.`);
  return success(parts);
}

/**
 * The rows of each part, in the order of `parts`; every list keeps the order of `rows`, and every row is
 * in one of them. A part holds its share of `rows` to less than one row where there are two parts, to
 * less than the number of parts otherwise. Cost: one sort of the rows.
 */
export function splitRows(rows: readonly number[], split: Split): readonly (readonly number[])[] {
  const partOf = assign(rows, split);
  return split.parts.map((_, index) => rows.filter((row) => partOf.get(row) === index));
}

/** Rows of one value side by side, each value in an order by chance, are dealt to whoever lags most. */
function assign(rows: readonly number[], { parts, seed, by }: Split): ReadonlyMap<number, number> {
  const random = createRandom(seed, 'split');
  const dealt = rows.map((row) => ({
    row,
    stratum: by === undefined ? '' : canonicalJson(by(row) ?? null),
    rank: random.float(row, 0),
  }));
  dealt.sort((a, b) => compareTexts(a.stratum, b.stratum) || a.rank - b.rank || a.row - b.row);
  const total = parts.reduce((sum, { share }) => sum + share, 0);
  const given = parts.map(() => 0);
  const partOf = new Map<number, number>();
  dealt.forEach(({ row }, index) => {
    let next = 0;
    let most = -Infinity;
    parts.forEach(({ share }, part) => {
      const lag = ((index + 1) * share) / total - (given[part] ?? 0);
      if (lag > most) [next, most] = [part, lag];
    });
    given[next] = (given[next] ?? 0) + 1;
    partOf.set(row, next);
  });
  return partOf;
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
