/**
 * Rows that judges scored too low are written again, round by round: what a model wrote is put aside,
 * asked for once more with the judge's reasons, and judged again. The rubric caps how often
 * a row is, over the whole run, so a run always ends; what still scores too low then is kept and counted.
 */
import type { Column, DatasetDesign } from '#core/design/design.ts';
import { judgedColumns } from '#core/design/judged-columns.ts';
import { lowScores, type JudgeOutput } from '#core/design/judge.ts';
import { keptStates } from '#core/engine/cell-draw.ts';
import { callsOf, readsOf } from '#core/engine/plan/reads.ts';
import type { CellRef } from '#core/rows/cell-selection.ts';
import type { RowStore } from '#core/rows/row-store.ts';

export interface JudgeRound {
  readonly cells: readonly CellRef[];
  /** Columns that may hold the same again: only what was judged has to change. */
  readonly mayRepeat: readonly string[];
}

export interface RoundOptions {
  readonly rowCount: number;
  /** How often each row was written again for a judge so far; absent rows never. */
  readonly rewritten: Readonly<Record<number, number>>;
  /** Only these rows; all when absent. */
  readonly rows?: readonly number[] | undefined;
  readonly excluded: ReadonlySet<number>;
}

export interface JudgeRounds {
  /** Undefined when no row scores too low, or none of them may be written again. */
  next(options: RoundOptions): JudgeRound | undefined;
  /** Why the call writes this row again, in words of its judges; none outside of a round. */
  reasons(callId: string, row: number): readonly string[];
  /** Forgets why rows were to be written again. */
  clear(): void;
  /** Whether any judge asks for a least score. */
  readonly hasJudges: boolean;
  /** Whether the row scores too low now. */
  isLow(row: number): boolean;
  /** Whether that leaves it out of files. */
  isDropped(row: number): boolean;
}

interface Judge {
  readonly output: JudgeOutput;
  readonly columnId: string;
  /** What it judges, and the calls that write those. */
  readonly judged: readonly Column[];
  readonly writers: ReadonlySet<string>;
  /** Generated columns that follow from what is judged, itself among them. */
  readonly followers: readonly string[];
}

export function createJudgeRounds(design: DatasetDesign, store: RowStore): JudgeRounds {
  const judges = judgesOf(design);
  const told = new Map<string, readonly string[]>();
  const lowOf = ({ output, columnId }: Judge, row: number) =>
    lowScores(output, store.value(columnId, row));
  const openIds = ({ judged }: Judge, row: number): readonly string[] =>
    judged.flatMap(({ id }) =>
      keptStates.has(store.state(id, row)) || (store.value(id, row) ?? null) === null ? [] : [id],
    );

  function noteReasons(judge: Judge, row: number): void {
    const { scores } = judge.output;
    const reasons = lowOf(judge, row).map(({ name, score, reasoning }) => {
      const least = scores.find((one) => one.name === name)?.least ?? 0;
      return `${name} was scored ${score}, and ${least} is needed: ${reasoning}`;
    });
    for (const callId of judge.writers) {
      const key = `${row} ${callId}`;
      told.set(key, [...(told.get(key) ?? []), ...reasons]);
    }
  }

  function cellsOf(judge: Judge, options: RoundOptions): readonly CellRef[] {
    const { rowCount, rows, rewritten, excluded } = options;
    const wanted = rows ?? Array.from({ length: rowCount }, (_, row) => row);
    return wanted.flatMap((row) => {
      if ((rewritten[row] ?? 0) >= judge.output.rewrites) return [];
      if (excluded.has(row) || row >= rowCount || lowOf(judge, row).length === 0) return [];
      const open = openIds(judge, row);
      if (open.length === 0) return [];
      noteReasons(judge, row);
      return [...open, ...judge.followers].map((columnId) => ({ row, columnId }));
    });
  }

  return {
    next(options) {
      told.clear();
      const active = judges.filter(({ output }) => output.rewrites > 0);
      const cells = active.flatMap((judge) => cellsOf(judge, options));
      if (cells.length === 0) return undefined;
      const judged = new Set(active.flatMap((judge) => judge.judged.map(({ id }) => id)));
      const followers = active.flatMap((judge) => judge.followers);
      return { cells, mayRepeat: followers.filter((id) => !judged.has(id)) };
    },
    reasons: (callId, row) => told.get(`${row} ${callId}`) ?? [],
    clear: () => {
      told.clear();
    },
    hasJudges: judges.length > 0,
    isLow: (row) => judges.some((judge) => lowOf(judge, row).length > 0),
    isDropped: (row) =>
      judges.some((judge) => judge.output.whenLow === 'drop' && lowOf(judge, row).length > 0),
  };
}

/** Judges that ask for a least score. */
function judgesOf(design: DatasetDesign): readonly Judge[] {
  const writer = callsOf(design);
  return design.calls.flatMap((call): readonly Judge[] => {
    const { output } = call;
    const column = design.columns.find(({ id }) => writer.get(id) === call.id);
    if (output.kind !== 'judge' || column === undefined) return [];
    if (output.scores.every(({ least }) => least === undefined)) return [];
    const judged = judgedColumns(design, call);
    const ids = judged.map(({ id }) => id);
    return [
      {
        output,
        columnId: column.id,
        judged,
        writers: new Set(ids.flatMap((id) => writer.get(id) ?? [])),
        followers: followersOf(design, ids).filter((id) => writer.has(id)),
      },
    ];
  });
}

/** Everything that reads one of these columns, directly or through others. */
function followersOf(design: DatasetDesign, ids: readonly string[]): readonly string[] {
  const reads = readsOf(design);
  const found = new Set<string>();
  const open = [...ids];
  for (let id = open.pop(); id !== undefined; id = open.pop())
    for (const [reader, read] of reads)
      if (read.has(id) && !found.has(reader)) {
        found.add(reader);
        open.push(reader);
      }
  return [...found];
}
