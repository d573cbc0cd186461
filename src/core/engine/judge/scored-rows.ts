/** Where rows stand by what judges ask for, and which of the low ones may be written again under the caps. */
import { isRewriting, isScored } from '#core/design/judge.ts';
import {
  mostTries,
  triesMade,
  type ScoreCounts,
  type ScoreStanding,
} from '#core/design/score-standing.ts';
import type { RowStore } from '#core/rows/row-store.ts';
import { lowOf, openIds, type Judge } from './judges.ts';

export interface RowsAsked {
  readonly rowCount: number;
  /** How often each row was written again for a judge so far; absent rows never. */
  readonly rewritten: Readonly<Record<number, number>>;
  /** Only these rows; all when absent. */
  readonly rows?: readonly number[] | undefined;
  readonly excluded: ReadonlySet<number>;
}

export interface ScoredRows {
  /** Without caps. */
  counts(asked: Pick<RowsAsked, 'rowCount' | 'excluded'>): ScoreCounts;
  /** Of all rows [0, rowCount), whichever are named. */
  standing(asked: RowsAsked): ScoreStanding;
  /** Rows that may be written again, by judge. A row that several judges find too low is one try. */
  chosen(asked: RowsAsked): ReadonlyMap<Judge, readonly number[]>;
}

interface Scored {
  readonly judges: readonly Judge[];
  readonly store: RowStore;
  /** Rows of the design, for which caps of all tries are meant. */
  readonly designRows: number;
}

export function createScoredRows(scored: Scored): ScoredRows {
  const { judges, store } = scored;
  const rewriting = judges.filter(({ output }) => isRewriting(output));

  function counts({ rowCount, excluded }: Pick<RowsAsked, 'rowCount' | 'excluded'>): ScoreCounts {
    let [passedRows, lowRows] = [0, 0];
    for (let row = 0; row < rowCount; row += 1) {
      if (excluded.has(row)) continue;
      if (judges.some((judge) => lowOf(judge, { store, row }).length > 0)) lowRows += 1;
      else if (judges.every((judge) => isScored(judge.output, store.value(judge.columnId, row))))
        passedRows += 1;
    }
    return { passedRows, lowRows };
  }

  function chosen(asked: RowsAsked): ReadonlyMap<Judge, readonly number[]> {
    const taken = new Set<number>();
    return new Map(rewriting.map((judge) => [judge, allowedRows(judge, { scored, asked, taken })]));
  }

  function standing(asked: RowsAsked): ScoreStanding {
    const all = { ...asked, rows: undefined };
    const low = new Set(rewriting.flatMap((judge) => lowRows(judge, scored, all)));
    const open = new Set(rewriting.flatMap((judge) => openRows(judge, scored, all)));
    const allowed = new Set([...chosen(all).values()].flat());
    const caps = rewriting.flatMap(
      ({ output }) => mostTries(output, { ...asked, ...scored }) ?? [],
    );
    return {
      ...counts(asked),
      cappedRows: open.size - allowed.size,
      heldRows: low.size - open.size,
      ...(caps.length > 0 && { tries: { made: triesMade(asked), most: Math.max(...caps) } }),
    };
  }

  return { counts, standing, chosen };
}

interface Choice {
  readonly scored: Scored;
  readonly asked: RowsAsked;
  /** Rows that have a try in this round already; those of the judge join them. */
  readonly taken: Set<number>;
}

function allowedRows(judge: Judge, { scored, asked, taken }: Choice): readonly number[] {
  const { output } = judge;
  const most = mostTries(output, { ...asked, ...scored });
  const made = triesMade(asked);
  return openRows(judge, scored, asked).filter((row) => {
    const isAllowed =
      most === undefined
        ? (asked.rewritten[row] ?? 0) < output.rewrites
        : taken.has(row) || made + taken.size < most;
    if (isAllowed) taken.add(row);
    return isAllowed;
  });
}

/** Low rows that hold something a model may write again, those that were least often written first. */
function openRows(judge: Judge, scored: Scored, asked: RowsAsked): readonly number[] {
  const { store } = scored;
  const { rewritten } = asked;
  return lowRows(judge, scored, asked)
    .filter((row) => openIds(judge, { store, row }).length > 0)
    .sort((a, b) => (rewritten[a] ?? 0) - (rewritten[b] ?? 0) || a - b);
}

function lowRows(
  judge: Judge,
  { store }: Scored,
  { rowCount, rows, excluded }: RowsAsked,
): readonly number[] {
  const wanted = rows ?? Array.from({ length: rowCount }, (_, row) => row);
  return wanted.filter(
    (row) => row < rowCount && !excluded.has(row) && lowOf(judge, { store, row }).length > 0,
  );
}
