import { useCallback } from 'react';
import { exportFileName } from '#state/export-options.ts';
import { useWorkbench } from '#state/react.tsx';
import { qualityFigures } from './quality-figures.ts';
import { qualityReportHtml, type ReportPicture } from './report-html.ts';
import { reportTables, type ReportParts } from './report-tables.ts';

/** Draws the charts of the design for the report. */
export type DrawCharts = () => Promise<readonly ReportPicture[]>;

/** Hands the report to the user as one HTML file. */
export function useSaveReport(drawCharts: DrawCharts): (parts: ReportParts) => void {
  const { host, stores } = useWorkbench();
  return useCallback(
    (parts) => {
      const { design, summary, report } = parts;
      const save = async (): Promise<void> => {
        const day = dayOf(host.now());
        const html = qualityReportHtml({
          title: `${design.name}: quality report`,
          about: `${summary.rowCount.toLocaleString('en')} rows, seed ${design.seed}, ${day}. ${design.brief}`,
          figures: qualityFigures(summary, report.repeats),
          pictures: await drawCharts(),
          tables: reportTables(parts),
          isDemo: summary.hasDemoRows,
        });
        const name = exportFileName(`${design.name} quality`, 'html');
        host.saveFile(new Blob([html], { type: 'text/html' }), name);
      };
      save().catch(() => {
        const text = 'The report could not be made. Try again.';
        stores.view.getState().actions.toast({ text, severity: 'error' });
      });
    },
    [host, stores, drawCharts],
  );
}

/** Such as 2026-11-28, in universal time. */
export function dayOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10);
}
