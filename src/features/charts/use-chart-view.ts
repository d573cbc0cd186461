import { useDeferredValue, useMemo } from 'react';
import type { ChartData } from '#core/analysis/chart-data.ts';
import type { Chart } from '#core/design/chart.ts';
import { useDrawnDesign } from '#state/use-drawn-design.ts';
import { useSame } from '#state/use-same.ts';
import { chartView, type ChartView } from './chart-view.ts';
import { useFollowedSummary } from './use-followed-summary.ts';

const noMeasures = {};

/** What a chart says and shows; undefined while it is being measured. */
export function useChartView(chart: Chart, data: ChartData | undefined): ChartView | undefined {
  // A picture is dear: what is typed is on screen first.
  const design = useDeferredValue(useDrawnDesign());
  const measures = useSame(useFollowedSummary()?.measures ?? noMeasures);
  return useMemo(
    () => (data === undefined ? undefined : chartView(data, { chart, design, measures })),
    [data, chart, design, measures],
  );
}
