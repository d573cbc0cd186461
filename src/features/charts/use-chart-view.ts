import { useMemo } from 'react';
import type { ScatterData } from '#core/analysis/scatter-data.ts';
import type { Chart } from '#core/design/design.ts';
import type { ScatterView } from '#ui/charts/scatter-view.ts';
import { useDesign } from '#state/react.tsx';
import { scatterViewOf } from './scatter-view-of.ts';

const nothing: ScatterData = { points: [], totalCount: 0, series: [], fits: [] };

/** What a chart draws; empty while its points are on their way, so that the frame stands from the start. */
export function useChartView(chart: Chart, data: ScatterData | undefined): ScatterView {
  const design = useDesign((state) => state.design);
  return useMemo(() => scatterViewOf(data ?? nothing, chart, design), [data, chart, design]);
}
