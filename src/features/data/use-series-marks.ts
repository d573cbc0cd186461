import { useMemo } from 'react';
import type { JsonValue } from '#core/base/json.ts';
import { seriesColumn } from '#core/design/shown-charts.ts';
import { useDesign } from '#state/react.tsx';
import { seriesValues } from '#state/series.ts';
import { useSame } from '#state/use-same.ts';

export interface SeriesMarks {
  /** The column that colours the charts; undefined where no chart groups. */
  readonly columnId: string | undefined;
  readonly markOf: (value: JsonValue) => number | undefined;
}

const noValues: ReturnType<typeof seriesValues> = [];

/** A value keeps its series in grid, chart and share bar. */
export function useSeriesMarks(): SeriesMarks {
  const columns = useDesign((state) => state.design.columns);
  const columnId = useDesign(({ design }) => seriesColumn(design));
  const values = useSame(columnId === undefined ? noValues : seriesValues(columns, columnId));
  return useMemo(
    () => ({
      columnId,
      markOf: (value) => {
        const index = values.indexOf(value as string | number | boolean);
        return index === -1 ? undefined : index;
      },
    }),
    [values, columnId],
  );
}
