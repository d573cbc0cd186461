/**
 * Texts and rows that come more than once: word for word, and after case, accents, punctuation and digits
 * are set aside. Rows are compared by the codes and numbers of their columns behind a table of hashes, so
 * that a million rows cost no key texts.
 */
import { findGaps } from './number-profile.ts';
import { groupKey, type RowReader } from '#core/rows/row-reader.ts';
import { createRowTable, type CellKeys } from './row-table.ts';
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
const rowsPerStep = 50_000;

/** As `foldText`, without digits. Empty for texts of nothing else. */
export function normaliseText(text: string): string {
  return singleBlanks(foldText(text).replace(/\p{N}+/gu, ''));
}

/**
 * Lower case, without accents and punctuation, single blanks. Marks that are letters of their script stay:
 * vowels of Hindi, tones of Thai, the two strokes that make が of か.
 */
export function foldText(text: string): string {
  const plain = text.normalize('NFKD').toLowerCase();
  return singleBlanks(plain.replace(/[\u0300-\u036f\p{P}\p{S}]+/gu, ''));
}

function singleBlanks(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Over the columns given, each as text. Rows without any value do not count. Yields now and then, so that its host may pause or stop. */
export function* repeatSteps(
  rows: RowReader,
  columnIds: readonly string[],
): Generator<undefined, RepeatReport> {
  const keys: CellKeys[] = [];
  const plainKeys: CellKeys[] = [];
  for (const columnId of columnIds) {
    const { exact, plain } = readKeys(rows, columnId);
    keys.push(exact);
    plainKeys.push(plain);
    yield;
  }
  const seen = createRowTable(keys, rows.rowCount);
  const isPlainAlike = keys.every((column, index) => column === plainKeys[index]);
  const plainSeen = isPlainAlike ? undefined : createRowTable(plainKeys, rows.rowCount);
  const exact = createTally();
  const normalised = createTally();
  for (let row = 0; row < rows.rowCount; row += 1) {
    if (row % rowsPerStep === rowsPerStep - 1) yield;
    if (!seen.hasValue(row)) continue;
    const isNew = seen.add(row);
    const isPlainNew = plainSeen?.add(row) ?? true;
    if (!isNew) exact.add(row);
    else if (!isPlainNew) normalised.add(row);
  }
  return { exact: exact.repeats(), normalised: normalised.repeats() };
}

function createTally(): { readonly add: (row: number) => void; readonly repeats: () => Repeats } {
  const rows: number[] = [];
  let count = 0;
  return {
    add(row) {
      count += 1;
      if (rows.length < mostRows) rows.push(row);
    },
    repeats: () => ({ rows, count }),
  };
}

/** What a column's cells are told apart by, and the same after normalising: one list where nothing becomes the same. */
function readKeys(
  rows: RowReader,
  columnId: string,
): { readonly exact: CellKeys; readonly plain: CellKeys } {
  const numbers = rows.numbers?.(columnId);
  // A number has nothing but digits, so that it is the same as nothing else.
  if (numbers !== undefined && findGaps(rows, columnId, numbers) !== undefined)
    return { exact: numbers, plain: numbers };
  const { codes, values } = readCodes(rows, columnId);
  const sames = codesOfEqual(values.map((value) => normaliseText(groupKey(value) ?? '')));
  const isPlain = sames.every((same, code) => same === code);
  return { exact: codes, plain: isPlain ? codes : codes.map((code) => sames[code] ?? -1) };
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
