/** How varied the texts of a column are: what repeats, exactly and nearly, how texts begin, how even they are spread. */
import { createSimilarTexts } from '#core/base/similar-texts.ts';
import { textCore } from '#core/base/text-core.ts';
import type { RowReader } from '#core/rows/row-reader.ts';

export interface Opening {
  /** The first three words, as the first of these texts writes them. */
  readonly text: string;
  readonly count: number;
  /** The first row that begins so. */
  readonly row: number;
}

export interface RepeatPair {
  /** The later row. */
  readonly row: number;
  readonly of: number;
  /** Jaccard similarity of the character 5-grams, 0 to 1; 1 for equal letters. */
  readonly similarity: number;
}

export interface TextDiversity {
  /** Rows that hold a text. */
  readonly count: number;
  /** Different texts; case, punctuation, digits and blanks make no difference. */
  readonly distinctCount: number;
  /** Share of rows whose text is the first of its kind, 0 to 1; 1 without rows. */
  readonly distinctShare: number;
  /** Share of rows that are nearly, but not exactly, a text of an earlier row. */
  readonly nearShare: number;
  /** exp(entropy) of the different texts: as many equally frequent texts would be as varied. */
  readonly effectiveCount: number;
  /** Different pairs of neighbouring words among all such pairs, 0 to 1 ("distinct-2", Li et al. 2016). */
  readonly wordPairShare: number;
  /** The openings that occur at least twice, most frequent first, ten at most. */
  readonly openings: readonly Opening[];
  /** The first repeats in row order, exact and near, at most `maxPairs`. */
  readonly pairs: readonly RepeatPair[];
}

export interface DiversityOptions {
  /** Only these rows; all when absent. */
  readonly rows?: readonly number[] | undefined;
  /** Similarity from which texts are near repeats; 0.6 when absent. */
  readonly similarity?: number;
  /** 50 when absent. */
  readonly maxPairs?: number;
}

const mostOpenings = 10;
const openingWords = 3;

/** Reads each text once; time grows with the characters. Values that are no text do not count. */
export function measureDiversity(
  rows: RowReader,
  columnId: string,
  { rows: chosen, similarity = 0.6, maxPairs = 50 }: DiversityOptions = {},
): TextDiversity {
  const tally = createTally(similarity, maxPairs);
  const count = chosen?.length ?? rows.rowCount;
  for (let index = 0; index < count; index += 1) {
    const row = chosen?.[index] ?? index;
    const value = rows.value(columnId, row);
    if (typeof value === 'string' && value.trim() !== '') tally.add(row, value);
  }
  return tally.result();
}

interface Tally {
  add(row: number, text: string): void;
  result(): TextDiversity;
}

function createTally(similarity: number, maxPairs: number): Tally {
  const texts = new Map<number, string>();
  const firstRow = new Map<string, number>();
  const counts = new Map<string, number>();
  const openings = new Map<string, { text: string; count: number; row: number }>();
  const wordPairs = new Set<string>();
  const pairs: RepeatPair[] = [];
  const memory = createSimilarTexts({ threshold: similarity, textOf: (row) => texts.get(row) });
  let count = 0;
  let nearCount = 0;
  let wordPairCount = 0;

  function compare(row: number, text: string, core: string): void {
    const twin = firstRow.get(core);
    if (twin !== undefined) {
      if (pairs.length < maxPairs) pairs.push({ row, of: twin, similarity: 1 });
      return;
    }
    firstRow.set(core, row);
    texts.set(row, text);
    const near = memory.nearest(text, row);
    memory.add(row, text);
    if (near === undefined) return;
    nearCount += 1;
    if (pairs.length < maxPairs) pairs.push({ row, of: near.id, similarity: near.similarity });
  }

  return {
    add(row, text) {
      const core = textCore(text);
      count += 1;
      counts.set(core, (counts.get(core) ?? 0) + 1);
      compare(row, text, core);
      const words = core.split(' ');
      noteOpening(openings, { row, text, words });
      for (let at = 1; at < words.length; at += 1) wordPairs.add(`${words[at - 1]} ${words[at]}`);
      wordPairCount += words.length - 1;
    },
    result: () => ({
      count,
      distinctCount: counts.size,
      distinctShare: count === 0 ? 1 : counts.size / count,
      nearShare: count === 0 ? 0 : nearCount / count,
      effectiveCount: effectiveCount([...counts.values()]),
      wordPairShare: wordPairCount === 0 ? 1 : wordPairs.size / wordPairCount,
      openings: [...openings.values()]
        .filter((opening) => opening.count > 1)
        .sort((a, b) => b.count - a.count)
        .slice(0, mostOpenings),
      pairs,
    }),
  };
}

interface OpenedText {
  readonly row: number;
  readonly text: string;
  readonly words: readonly string[];
}

/** Texts of three words or fewer have no opening apart from themselves. */
function noteOpening(
  openings: Map<string, { text: string; count: number; row: number }>,
  { row, text, words }: OpenedText,
): void {
  if (words.length <= openingWords) return;
  const key = words.slice(0, openingWords).join(' ');
  const known = openings.get(key);
  if (known !== undefined) known.count += 1;
  else
    openings.set(key, {
      text: text.trim().split(/\s+/).slice(0, openingWords).join(' '),
      count: 1,
      row,
    });
}

/** exp of the Shannon entropy of the shares; 0 for no values. */
export function effectiveCount(counts: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return 0;
  const entropy = counts.reduce((sum, count) => sum - (count / total) * Math.log(count / total), 0);
  return Math.exp(entropy);
}
