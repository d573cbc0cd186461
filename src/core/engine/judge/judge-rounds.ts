/**
 * Rows that judges scored too low are written again, round by round: what a model wrote is put aside,
 * asked for once more with the judge's reasons, and judged again. The rubric caps how often a row is, or
 * how many tries the whole run has, so a run always ends; what still scores too low then is kept and counted.
 */
import type { DatasetDesign } from '#core/design/design.ts';
import { isRewriting } from '#core/design/judge.ts';
import type { CellRef } from '#core/rows/cell-selection.ts';
import type { RowStore } from '#core/rows/row-store.ts';
import { judgesOf, lowOf, openIds, type Judge } from './judges.ts';
import { createScoredRows, type RowsAsked, type ScoredRows } from './scored-rows.ts';

export interface JudgeRound {
  readonly cells: readonly CellRef[];
  /** Columns that may hold the same again: only what was judged has to change. */
  readonly mayRepeat: readonly string[];
}

export interface JudgeRounds extends Pick<ScoredRows, 'counts' | 'standing'> {
  /** Undefined when no row scores too low, or none of them may be written again. */
  next(asked: RowsAsked): JudgeRound | undefined;
  /** Why the call writes this row again, in words of its judges; none outside of a round. */
  reasons(callId: string, row: number): readonly string[];
  /** Forgets why rows were to be written again. */
  clear(): void;
  /** Whether any judge asks for a least score. */
  readonly hasJudges: boolean;
  /** Whether a low score leaves the row out of files. */
  isDropped(row: number): boolean;
}

export function createJudgeRounds(design: DatasetDesign, store: RowStore): JudgeRounds {
  const judges = judgesOf(design);
  const scored = createScoredRows({ judges, store, designRows: design.rows });
  const told = new Map<string, readonly string[]>();

  function begin(judge: Judge, row: number): readonly CellRef[] {
    const reasons = reasonsOf(judge, store, row);
    for (const callId of judge.writers) {
      const key = `${row} ${callId}`;
      told.set(key, [...(told.get(key) ?? []), ...reasons]);
    }
    const ids = [...openIds(judge, { store, row }), ...judge.followers];
    return ids.map((columnId) => ({ row, columnId }));
  }

  return {
    next(asked) {
      told.clear();
      const cells = [...scored.chosen(asked)].flatMap(([judge, rows]) =>
        rows.flatMap((row) => begin(judge, row)),
      );
      return cells.length === 0 ? undefined : { cells, mayRepeat: repeatable(judges) };
    },
    standing: (asked) => scored.standing(asked),
    counts: (asked) => scored.counts(asked),
    reasons: (callId, row) => told.get(`${row} ${callId}`) ?? [],
    clear: () => {
      told.clear();
    },
    hasJudges: judges.length > 0,
    isDropped: (row) =>
      judges.some(
        (judge) => judge.output.whenLow === 'drop' && lowOf(judge, { store, row }).length > 0,
      ),
  };
}

function reasonsOf(judge: Judge, store: RowStore, row: number): readonly string[] {
  const { scores } = judge.output;
  return lowOf(judge, { store, row }).map(({ name, score, reasoning }) => {
    const least = scores.find((one) => one.name === name)?.least ?? 0;
    return `${name} was scored ${score}, and ${least} is needed: ${reasoning}`;
  });
}

/** What follows from judged columns and is not judged itself. */
function repeatable(judges: readonly Judge[]): readonly string[] {
  const active = judges.filter(({ output }) => isRewriting(output));
  const judged = new Set(active.flatMap((judge) => judge.judged.map(({ id }) => id)));
  return active.flatMap(({ followers }) => followers).filter((id) => !judged.has(id));
}
