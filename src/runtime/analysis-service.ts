/** The evaluator's measures on demand: charts, quality, comparison, selections. Each can be cancelled by its ticket. */
import type { Clock } from '#core/base/clock.ts';
import { chartSteps } from '#core/analysis/chart-data.ts';
import { comparisonSteps } from '#core/analysis/compare-sample.ts';
import { qualitySteps } from '#core/analysis/quality.ts';
import { withoutRows } from '#core/rows/without-rows.ts';
import type { Dataset } from '#core/engine/dataset.ts';
import type { AnalysisMethods } from './evaluator-protocol.ts';
import type { OpenDataset } from './open-dataset.ts';
import { runSteps } from './run-steps.ts';

export interface AnalysisHost {
  readonly clock: Clock;
  readonly opened: Pick<OpenDataset, 'current' | 'holds'>;
}

export function createAnalysisService({ clock, opened }: AnalysisHost): AnalysisMethods {
  const active = new Set<number>();
  const run = async <Value>(
    ticket: number,
    start: (dataset: Dataset) => Generator<undefined, Value>,
  ): Promise<Value | undefined> => {
    const dataset = opened.current;
    active.add(ticket);
    // Rows of a design that is no longer open interest nobody.
    const isCancelled = (): boolean => !active.has(ticket) || !opened.holds(dataset);
    try {
      // A measure that is asked for and given up at once, as by somebody who looks around, costs nothing.
      await clock.sleep(0);
      if (isCancelled()) return undefined;
      return await runSteps(start(dataset), { clock, isCancelled });
    } finally {
      active.delete(ticket);
    }
  };
  return {
    chart: ({ ticket, chart }) =>
      run(ticket, ({ store, design, excluded }) =>
        chartSteps(withoutRows(store, excluded), design, chart),
      ),
    quality: ({ ticket, part }) =>
      run(ticket, ({ store, design, excluded }) =>
        qualitySteps(withoutRows(store, excluded), design, part),
      ),
    compare: ({ ticket, sample }) =>
      run(ticket, ({ store, design, excluded }) =>
        comparisonSteps(withoutRows(store, excluded), design, sample),
      ),
    cancel({ ticket }) {
      active.delete(ticket);
      return Promise.resolve();
    },
  };
}
