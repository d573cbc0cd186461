/** Texts and rows that come more than once: word for word, and after case, accents, punctuation and digits are set aside. */
import { groupKey, type RowReader } from '#core/rows/row-reader.ts';
import { readCodes } from './vectors.ts';

export interface Repeats {
  /** Rows that repeat an earlier one, ascending, the first hundred. */
  readonly rows: readonly number[];
  readonly count: number;
}

export interface RepeatReport {
  /** Rows equal to an earlier one in all columns looked at. */
  readonly exact: Repeats;
  /** Rows whose texts differ from an earlier row's only in case, accents, punctuation or digits; exact ones not counted. */
  readonly normalised: Repeats;
}

const mostRows = 100;

/** Lower case, without accents, punctuation and digits, single blanks. Empty for texts of nothing else. */
export function normaliseText(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{P}\p{S}\p{N}]+/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Over the columns given, each as text. Rows without any value do not count. */
export function repeatReport(rows: RowReader, columnIds: readonly string[]): RepeatReport {
  const columns = columnIds.map((columnId) => {
    const { codes, values } = readCodes(rows, columnId);
    const texts = values.map((value) => groupKey(value) ?? '');
    const plain = texts.map(normaliseText);
    return { codes, sames: codesOfEqual(plain) };
  });
  const [exactKeys, plainKeys] = [new Set<string>(), new Set<string>()];
  const exact: number[] = [];
  const normalised: number[] = [];
  let [exactCount, normalisedCount] = [0, 0];
  for (let row = 0; row < rows.rowCount; row += 1) {
    if (columns.every(({ codes }) => (codes[row] ?? -1) < 0)) continue;
    const key = columns.map(({ codes }) => codes[row] ?? -1).join();
    const plain = columns.map(({ codes, sames }) => sames[codes[row] ?? -1] ?? -1).join();
    if (exactKeys.has(key)) {
      exactCount += 1;
      if (exact.length < mostRows) exact.push(row);
    } else if (plainKeys.has(plain)) {
      normalisedCount += 1;
      if (normalised.length < mostRows) normalised.push(row);
    }
    exactKeys.add(key);
    plainKeys.add(plain);
  }
  return {
    exact: { rows: exact, count: exactCount },
    normalised: { rows: normalised, count: normalisedCount },
  };
}

/** For each text the index of the first one equal to it; texts of nothing equal only themselves. */
function codesOfEqual(texts: readonly string[]): Int32Array {
  const first = new Map<string, number>();
  return Int32Array.from(texts, (text, index) => {
    if (text === '') return index;
    const known = first.get(text);
    if (known === undefined) first.set(text, index);
    return known ?? index;
  });
}
