import { startTransition, useEffect, useState } from 'react';
import type { ChartData } from '#core/analysis/chart-data.ts';
import type { Chart } from '#core/design/chart.ts';
import { useWorkbench } from '#state/react.tsx';
import { useFollowedSummary } from './use-followed-summary.ts';

export interface Measured {
  /** The newest answer; undefined until the first one, and for charts without a picture. */
  readonly data: ChartData | undefined;
  readonly hasFailed: boolean;
  readonly retry: () => void;
}

/** What a chart draws, measured again after rows or the chart changed. What was asked before is given up. */
export function useChartData(chart: Chart | undefined): Measured {
  const { analyses } = useWorkbench();
  const version = useFollowedSummary()?.version;
  const [answer, setAnswer] = useState<{ chart: Chart; data: ChartData | undefined }>();
  const [hasFailed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (chart === undefined) return;
    const controller = new AbortController();
    const measure = async (): Promise<void> => {
      const data = await analyses.chart(chart, controller.signal);
      if (controller.signal.aborted) return;
      // A picture is dear, and typing does not wait for it.
      startTransition(() => {
        setFailed(false);
        if (data !== undefined) setAnswer({ chart, data });
      });
    };
    measure().catch(() => {
      if (!controller.signal.aborted) setFailed(true);
    });
    return () => {
      controller.abort();
    };
  }, [analyses, chart, version, attempt]);
  return {
    // Another kind of chart cannot draw what was measured for the last one.
    data: answer?.chart.kind === chart?.kind ? answer?.data : undefined,
    hasFailed,
    retry: () => setAttempt(attempt + 1),
  };
}
