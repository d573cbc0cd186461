/** The rounds of a run: as long as judges find rows that may be written again, and nothing has ended the run. */
import type { RunPlan } from '#core/engine/dataset-port.ts';
import type { JudgeSummary } from '#core/engine/run-event.ts';
import type { RunHost, RunOptions } from '#core/engine/run-host.ts';
import type { RunEvent } from '#core/engine/run-event.ts';
import type { RewriteTally } from './rewrite-tally.ts';

export interface RoundsWork {
  readonly host: Pick<RunHost, 'dataset'>;
  readonly options: RunOptions;
  /** The plan that the run began with. */
  readonly plan: RunPlan;
  /** Of the whole run. */
  readonly tally: Pick<RewriteTally, 'byRow'>;
  readonly emit: (event: RunEvent) => void;
  /** Carries out the plan of one round. */
  readonly carryOut: (plan: RunPlan) => Promise<void>;
  /** Whether the run is stopped or paused. */
  readonly isOver: () => boolean;
}

/** Undefined where no judge asks for a least score. */
export async function writeRounds(work: RoundsWork): Promise<JudgeSummary | undefined> {
  const { host, options, plan, tally, emit } = work;
  // A run for a selection judges the rows that it has written, and no others.
  const asked = new Set(plan.calls.flatMap(({ pending }) => pending));
  const rows = options.selection === undefined ? undefined : [...asked].sort((a, b) => a - b);
  const again = new Set<number>();
  for (let round = 0; ; round += 1) {
    const before = tally.byRow();
    const id = `${options.runId} round ${round + 1}`;
    const { rowCount } = options;
    const judged = await host.dataset.judge({ rowCount, rewritten: before, id, rows });
    const next = work.isOver() ? undefined : judged.plan;
    const pending = new Set(next?.calls.flatMap((call) => call.pending));
    if (next === undefined || pending.size === 0)
      return judged.standing && { ...judged.standing, rewrittenRows: again.size };
    const tries = judged.standing?.tries;
    emit({ kind: 'round-started', round: round + 1, rows: pending.size, tries });
    await work.carryOut(next);
    for (const row of moreOften(before, tally.byRow())) again.add(row);
  }
}

type Counts = Readonly<Record<number, number>>;

function moreOften(before: Counts, after: Counts): readonly number[] {
  const rows = Object.keys(after).map(Number);
  return rows.filter((row) => (after[row] ?? 0) > (before[row] ?? 0));
}
