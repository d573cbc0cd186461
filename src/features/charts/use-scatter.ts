import { useEffect, useState } from 'react';
import type { ScatterData } from '#core/analysis/scatter-data.ts';
import { useDataset, useDesign, useWorkbench } from '#state/react.tsx';

/** Points and lines of a chart, measured again after rows or the chart changed. */
export function useScatter(chartId: string): ScatterData | undefined {
  const { dataset } = useWorkbench();
  const version = useDataset((state) => state.summary?.version);
  const charts = useDesign((state) => state.design.charts);
  const [data, setData] = useState<ScatterData | undefined>(undefined);
  useEffect(() => {
    let isCurrent = true;
    dataset
      .scatter(chartId)
      .then((next) => {
        if (isCurrent) setData(next);
      })
      .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [dataset, chartId, version, charts]);
  return data;
}
