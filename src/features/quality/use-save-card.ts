import { useCallback } from 'react';
import { exportFileName } from '#state/export-options.ts';
import { useWorkbench } from '#state/react.tsx';
import { datasetCardMarkdown } from './card-markdown.ts';
import { qualityFigures } from './quality-figures.ts';
import { reportTables, type ReportParts } from './report-tables.ts';
import { dayOf } from './use-save-report.ts';

/** Hands the dataset card to the user as one Markdown file. */
export function useSaveCard(): (parts: ReportParts) => void {
  const { host } = useWorkbench();
  return useCallback(
    (parts) => {
      const { design, summary, report } = parts;
      const text = datasetCardMarkdown({
        design,
        rowCount: summary.rowCount - summary.excludedRows,
        day: dayOf(host.now()),
        figures: qualityFigures(summary, report.repeats),
        tables: reportTables(parts),
        isDemo: summary.hasDemoRows,
      });
      const name = exportFileName(`${design.name} card`, 'md');
      host.saveFile(new Blob([text], { type: 'text/markdown' }), name);
    },
    [host],
  );
}
