/** Measures on demand, asked of the evaluator. Aborting the signal ends one over there as well. */
import type { ChartData } from '#core/analysis/chart-data.ts';
import type { SampleComparison } from '#core/analysis/compare-sample.ts';
import type { QualityPart, QualityReport } from '#core/analysis/quality.ts';
import type { JsonObject } from '#core/base/json.ts';
import type { Chart } from '#core/design/chart.ts';
import type { WorkbenchContext } from './workbench-context.ts';

/** Undefined: cancelled, or the rows have changed meanwhile and will be measured anew. */
export interface Analyses {
  chart(chart: Chart, signal: AbortSignal): Promise<ChartData | undefined>;
  quality(part: QualityPart, signal: AbortSignal): Promise<Partial<QualityReport> | undefined>;
  compare(
    sample: readonly JsonObject[],
    signal: AbortSignal,
  ): Promise<SampleComparison | undefined>;
}

export function createAnalyses({ workers }: Pick<WorkbenchContext, 'workers'>): Analyses {
  let lastTicket = 0;
  const ask = async <Value>(
    signal: AbortSignal,
    call: (ticket: number) => Promise<Value>,
  ): Promise<Value | undefined> => {
    const ticket = (lastTicket += 1);
    const cancel = (): void => {
      // An evaluator that is being replaced has nothing left to cancel.
      workers.evaluator.cancel({ ticket }).catch(() => undefined);
    };
    signal.addEventListener('abort', cancel, { once: true });
    try {
      const value = await call(ticket);
      return signal.aborted ? undefined : value;
    } finally {
      signal.removeEventListener('abort', cancel);
    }
  };
  return {
    chart: (chart, signal) => ask(signal, (ticket) => workers.evaluator.chart({ ticket, chart })),
    quality: (part, signal) => ask(signal, (ticket) => workers.evaluator.quality({ ticket, part })),
    compare: (sample, signal) =>
      ask(signal, (ticket) => workers.evaluator.compare({ ticket, sample })),
  };
}
