/** The judges of a design that ask for a least score, and what each of them is about. */
import type { Column, DatasetDesign } from '#core/design/design.ts';
import { judgedColumns } from '#core/design/judged-columns.ts';
import { lowScores, type GivenScore, type JudgeOutput } from '#core/design/judge.ts';
import { keptStates } from '#core/engine/cell-draw.ts';
import { callsOf, readsOf } from '#core/engine/plan/reads.ts';
import type { RowStore } from '#core/rows/row-store.ts';

export interface Judge {
  readonly output: JudgeOutput;
  readonly columnId: string;
  /** What it judges, and the calls that write those. */
  readonly judged: readonly Column[];
  readonly writers: ReadonlySet<string>;
  /** Generated columns that follow from what is judged, itself among them. */
  readonly followers: readonly string[];
}

/** Judges that ask for a least score. */
export function judgesOf(design: DatasetDesign): readonly Judge[] {
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

/** What the judge has scored too low in a row. */
export function lowOf(
  { output, columnId }: Judge,
  { store, row }: { readonly store: RowStore; readonly row: number },
): readonly GivenScore[] {
  return lowScores(output, store.value(columnId, row));
}

/** Columns that it judges and that a model may write again in a row: what is empty, edited or locked is not. */
export function openIds(
  { judged }: Judge,
  { store, row }: { readonly store: RowStore; readonly row: number },
): readonly string[] {
  return judged.flatMap(({ id }) =>
    keptStates.has(store.state(id, row)) || (store.value(id, row) ?? null) === null ? [] : [id],
  );
}
