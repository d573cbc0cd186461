/** Where rows stand by what judges ask for, and in words: one account for screen, command line and file. */
import { counted } from '#core/base/counted.ts';
import type { JudgeOutput } from './judge.ts';

export interface ScoreCounts {
  /** Rows that every judge with a least score has scored high enough. */
  readonly passedRows: number;
  /** Rows that some judge has scored too low. */
  readonly lowRows: number;
}

/** How often rows were written so far, first times included, and how often they may be. */
export interface Tries {
  readonly made: number;
  readonly most: number;
}

export interface ScoreStanding extends ScoreCounts {
  /** Low rows that may not be written again any more, because a cap is reached. */
  readonly cappedRows: number;
  /** Low rows that are not a model's to write again: edited, locked, or without anything written by a model. */
  readonly heldRows: number;
  /** Undefined where no judge caps the tries of the whole run. */
  readonly tries?: Tries | undefined;
}

/** The most tries of a run of so many rows, first times included; undefined where each row has its own cap. */
export function mostTries(
  { tries }: Pick<JudgeOutput, 'tries'>,
  { rowCount, designRows }: { readonly rowCount: number; readonly designRows: number },
): number | undefined {
  if (tries === undefined) return undefined;
  return designRows === 0 ? rowCount : Math.round((tries * rowCount) / designRows);
}

/** Tries of rows [0, rowCount): each row once, and each time that judges had it written again. */
export function triesMade({
  rowCount,
  rewritten,
}: {
  readonly rowCount: number;
  readonly rewritten: Readonly<Record<number, number>>;
}): number {
  return Object.entries(rewritten)
    .filter(([row]) => Number(row) < rowCount)
    .reduce((sum, [, times]) => sum + times, rowCount);
}

/** Sentences such as “97 of 100 rows score high enough. The cap of 150 tries is used up.”; empty where nothing was scored. */
export function scoreWords({ tries, ...standing }: ScoreStanding): string {
  const { passedRows, lowRows, cappedRows, heldRows } = standing;
  const total = passedRows + lowRows;
  if (total === 0) return '';
  const passed = `${count(passedRows)} of ${counted(total, 'row')} ${total === 1 ? 'scores' : 'score'} high enough.`;
  const held = `${counted(heldRows, 'row')} ${heldRows === 1 ? 'is' : 'are'} edited, locked or not written by a model.`;
  return [
    passed,
    ...(cappedRows === 0 ? [] : [capWords(cappedRows, tries)]),
    ...(cappedRows > 0 || tries === undefined ? [] : [`${triesWords(tries)}.`]),
    ...(heldRows === 0 ? [] : [held]),
  ].join(' ');
}

/** Such as “120 of at most 150 tries”. */
export function triesWords({ made, most }: Tries): string {
  return `${count(made)} of at most ${count(most)} tries`;
}

/** Such as “2 rows break a rule or score too low”; the second part where judges have found rows too low. */
export function unfitWords(rows: number, hasLowRows: boolean): string {
  const isOne = rows === 1;
  const low = hasLowRows ? ` or ${isOne ? 'scores' : 'score'} too low` : '';
  return `${counted(rows, 'row')} ${isOne ? 'breaks' : 'break'} a rule${low}`;
}

function capWords(rows: number, tries: Tries | undefined): string {
  if (tries !== undefined) return `The cap of ${count(tries.most)} tries is used up.`;
  return `${counted(rows, 'row')} ${rows === 1 ? 'was' : 'were'} written again as often as the judge allows.`;
}

function count(value: number): string {
  return value.toLocaleString('en');
}
