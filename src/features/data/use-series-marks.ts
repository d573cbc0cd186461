import { useMemo } from 'react';
import type { JsonValue } from '#core/base/json.ts';
import { seriesColumn } from '#core/design/shown-charts.ts';
import { useDesign } from '#state/react.tsx';
import { seriesValues } from '#state/series.ts';

export interface SeriesMarks {
  /** The column that colours the charts; undefined where no chart groups. */
  readonly columnId: string | undefined;
  readonly markOf: (value: JsonValue) => number | undefined;
}

/** A value keeps its series in grid, chart and share bar. */
export function useSeriesMarks(): SeriesMarks {
  const columns = useDesign((state) => state.design.columns);
  const columnId = useDesign(({ design }) => seriesColumn(design));
  return useMemo(() => {
    const values = columnId === undefined ? [] : seriesValues(columns, columnId);
    return {
      columnId,
      markOf: (value) => {
        const index = values.indexOf(value as string | number | boolean);
        return index === -1 ? undefined : index;
      },
    };
  }, [columns, columnId]);
}
