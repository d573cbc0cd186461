import { useEffect, useState } from 'react';
import { useDataset, useWorkbench } from '#state/react.tsx';
import { exportProblem, exportRequest, type ExportOptions } from '#state/export-options.ts';

export interface FilePreview {
  readonly lines: readonly string[];
  readonly rowCount: number;
  /** Exact for a small file, else reckoned from its first rows. */
  readonly sizeBytes: number;
  readonly formulaCells: number;
  readonly leftOutRows: number;
  readonly rowsWithoutTurns: number;
  readonly unbalancedRows: number;
}

const shownLines = 3;
/** Enough rows to tell the size of the rest. */
const measuredRows = 200;

/** The first lines of the file as it would be, of its first part where it has several, and the size of that file. */
export function useFilePreview(options: ExportOptions): FilePreview | undefined {
  const { workers } = useWorkbench();
  // Rows may still be written while the dialog is open.
  const finishedRows = useDataset(({ summary }) => summary?.finishedRows);
  const [preview, setPreview] = useState<FilePreview | undefined>(undefined);
  useEffect(() => {
    let isCurrent = true;
    const make = async (): Promise<void> => {
      if (exportProblem(options) !== undefined) {
        setPreview(undefined);
        return;
      }
      const request = exportRequest(options, { limit: measuredRows, index: 0 });
      const answer = await workers.evaluator.exportRows(request);
      const { blob, rowCount, totalRows } = answer;
      const text = await blob.text();
      const lines = text.split(/\r?\n/).filter((line) => line !== '');
      if (!isCurrent) return;
      setPreview({
        lines: lines.slice(0, shownLines),
        rowCount: totalRows,
        sizeBytes: rowCount === 0 ? blob.size : (blob.size / rowCount) * totalRows,
        formulaCells: answer.formulaCells,
        leftOutRows: answer.leftOutRows,
        rowsWithoutTurns: answer.rowsWithoutTurns,
        unbalancedRows: answer.unbalancedRows,
      });
    };
    make().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [workers, options, finishedRows]);
  return preview;
}
