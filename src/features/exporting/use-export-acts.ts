import { useState } from 'react';
import { counted } from '#core/base/counted.ts';
import {
  exportFileName,
  exportRequest,
  partsOf,
  type ExportOptions,
} from '#state/export-options.ts';
import { useDesign, useView, useWorkbench } from '#state/react.tsx';

export interface ExportActs {
  readonly download: () => void;
  readonly copy: () => void;
  /** Why the last act came to nothing. */
  readonly problem: string | undefined;
}

/** What can be done with the rows; `onDone` is called when they have left. */
export function useExportActs(options: ExportOptions, onDone: () => void): ExportActs {
  const { workers, host, runs } = useWorkbench();
  const name = useDesign((state) => state.design.name);
  const { toast } = useView((view) => view.actions);
  const [problem, setProblem] = useState<string | undefined>(undefined);

  function leave(text: string) {
    runs.noteExport();
    toast({ text });
    onDone();
  }

  /** Every part of one dataset, or none: all are made before the first is saved. */
  async function download() {
    const parts = partsOf(options);
    const names = (parts.ok ? parts.value : undefined)?.map((part) => part.name) ?? [undefined];
    const files = await Promise.all(
      names.map(async (part, index) => ({
        name: exportFileName(name, options.format, part),
        answer: await workers.evaluator.exportRows(exportRequest(options, { index })),
      })),
    );
    for (const file of files) host.saveFile(file.answer.blob, file.name);
    const where = files.length === 1 ? '' : ` in ${files.length} files`;
    const rows = files.reduce((sum, { answer }) => sum + answer.rowCount, 0);
    leave(`${counted(rows, 'row')} exported${where}`);
  }

  async function copy() {
    const { blob, rowCount } = await workers.evaluator.exportRows(exportRequest(options));
    await navigator.clipboard.writeText(await blob.text());
    leave(`${counted(rowCount, 'row')} copied`);
  }

  const attempt = (work: () => Promise<void>, failed: string) => () => {
    setProblem(undefined);
    work().catch((error: unknown) => {
      setProblem(`${failed} ${error instanceof Error ? error.message : String(error)}`);
    });
  };
  return {
    download: attempt(download, 'The file could not be made.'),
    copy: attempt(copy, 'The rows could not be copied.'),
    problem,
  };
}
