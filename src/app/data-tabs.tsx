import { shownCharts } from '#core/design/shown-charts.ts';
import type { CountTab } from '#ui/actions/count-tabs.tsx';
import { Tag } from '#ui/marks/tag.tsx';
import { useDataset, useDesign, useRun } from '#state/react.tsx';
import type { DataTab } from '#state/view-store.ts';

function RowCount() {
  const count = useDataset(
    ({ summary }) => (summary?.rowCount ?? 0) - (summary?.excludedRows ?? 0),
  );
  return count.toLocaleString('en');
}

function ChartCount() {
  return useDesign((state) => shownCharts(state.design).length);
}

function BrokenRules() {
  const count = useDataset(
    ({ summary }) =>
      Object.values(summary?.measures ?? {}).filter(({ verdict }) => verdict === 'broken').length,
  );
  return count > 0 && <Tag tone="warn">{count}</Tag>;
}

function RequestCount() {
  return useRun((state) => state.requestCount);
}

/** The views of the data, each with a count of its own. */
export const dataTabs: readonly CountTab<DataTab>[] = [
  { value: 'rows', label: 'Rows', count: <RowCount /> },
  { value: 'charts', label: 'Charts', count: <ChartCount /> },
  { value: 'quality', label: 'Quality', count: <BrokenRules /> },
  { value: 'requests', label: 'Requests', count: <RequestCount /> },
];
