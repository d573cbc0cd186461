import { useState } from 'react';
import { counted } from '#core/base/counted.ts';
import { canPickPlace } from '#state/disk-place.ts';
import {
  exportFileName,
  exportRequest,
  partsOf,
  type ExportOptions,
} from '#state/export-options.ts';
import { useDesign, useView, useWorkbench } from '#state/react.tsx';
import { useDiskSave, type DiskSave } from './use-disk-save.ts';

export interface ExportActs extends Pick<DiskSave, 'saving' | 'cancel'> {
  readonly download: () => void;
  readonly copy: () => void;
  /** Whether Download asks for a place and writes there. */
  readonly isToDisk: boolean;
  /** Why the last act came to nothing. */
  readonly problem: string | undefined;
}

interface ActsOf {
  readonly options: ExportOptions;
  /** Large files are streamed to a place that the user picks, where the browser can. */
  readonly isLarge: boolean;
  /** Called when the rows have left. */
  readonly onDone: () => void;
}

/** What can be done with the rows. */
export function useExportActs({ options, isLarge, onDone }: ActsOf): ExportActs {
  const { workers, host, runs } = useWorkbench();
  const name = useDesign((state) => state.design.name);
  const { toast } = useView((view) => view.actions);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const disk = useDiskSave();

  function leave(text: string) {
    runs.noteExport();
    toast({ text });
    onDone();
  }

  const parts = partsOf(options);
  const partNames = (parts.ok ? parts.value : undefined)?.map((part) => part.name) ?? [undefined];
  const fileNames = partNames.map((part) => exportFileName(name, options.format, part));
  const requests = fileNames.map((_, index) => exportRequest(options, { index }));

  /** Every part of one dataset, or none: all are made before the first is saved. */
  async function download() {
    const answers = await Promise.all(
      requests.map((request) => workers.evaluator.exportRows(request)),
    );
    answers.forEach(({ blob }, index) => {
      host.saveFile(blob, fileNames[index] ?? '');
    });
    const rows = answers.reduce((sum, { rowCount }) => sum + rowCount, 0);
    leave(`${counted(rows, 'row')} exported${filesWords(answers.length)}`);
  }

  async function save() {
    const saved = await disk.save(fileNames, requests);
    if (saved.kind === 'saved')
      leave(`${counted(saved.rowCount, 'row')} exported${filesWords(fileNames.length)}`);
    if (saved.kind === 'cancelled') toast({ text: 'Export cancelled. Nothing was written.' });
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
  const isToDisk = isLarge && canPickPlace(fileNames.length);
  return {
    download: attempt(isToDisk ? save : download, 'The file could not be made.'),
    copy: attempt(copy, 'The rows could not be copied.'),
    isToDisk,
    saving: disk.saving,
    cancel: disk.cancel,
    problem,
  };
}

function filesWords(count: number): string {
  return count === 1 ? '' : ` in ${count} files`;
}
