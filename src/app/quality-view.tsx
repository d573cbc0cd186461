import { useCallback } from 'react';
import { drawCharts } from '#features/charts/report-charts.ts';
import { QualityPanel } from '#features/quality/quality-panel.tsx';
import { useWorkbench } from '#state/react.tsx';

/** The quality page, with the charts of the other page for its report. */
export function QualityView() {
  const workbench = useWorkbench();
  return (
    <QualityPanel
      drawCharts={useCallback(() => drawCharts(workbench), [workbench])}
      onWriteAgain={(rows) => void workbench.runs.writeAgain({ rows })}
      onWriteCells={({ columnId, rows }) =>
        void workbench.runs.writeAgain({ columns: [columnId], rows })
      }
    />
  );
}
