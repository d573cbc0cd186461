import { useEffect, useState } from 'react';
import type { ExportAnswer } from '#state/export-options.ts';
import { useDataset, useWorkbench } from '#state/react.tsx';
import { exportProblem, exportRequest, isText, type ExportOptions } from '#state/export-options.ts';

export interface FilePreview {
  readonly lines: readonly string[];
  readonly rowCount: number;
  /** Exact for a small file, else reckoned from its first rows; unknown where rows are compressed together. */
  readonly sizeBytes: number | undefined;
  /** Whether it is too large to be handed over as a whole. */
  readonly isLarge: boolean;
  readonly formulaCells: number;
  readonly unwritableCells: number;
  readonly leftOutRows: number;
  readonly rowsWithoutTurns: number;
  readonly unbalancedRows: number;
  readonly outdatedRows: number;
}

const shownLines = 3;
/** Enough rows to tell the size of the rest. */
const measuredRows = 200;
/** From here on a file is better written where it shall be than kept by the browser first. */
const largeFileBytes = 8_000_000;

/** The first lines of the file as it would be, or its first rows as JSON where it is no text, of its first part where it has several, and the size of that file. */
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
      const shown = isText(options.format)
        ? answer
        : await workers.evaluator.exportRows({ ...request, format: 'jsonl', limit: shownLines });
      const text = await shown.blob.text();
      const lines = text.split(/\r?\n/).filter((line) => line !== '');
      if (!isCurrent) return;
      setPreview({
        lines: lines.slice(0, shownLines),
        rowCount: answer.totalRows,
        sizeBytes: sizeOf(answer, options.format),
        isLarge: roughSize(answer) >= largeFileBytes,
        formulaCells: answer.formulaCells,
        unwritableCells: answer.unwritableCells,
        leftOutRows: answer.leftOutRows,
        rowsWithoutTurns: answer.rowsWithoutTurns,
        unbalancedRows: answer.unbalancedRows,
        outdatedRows: answer.outdatedRows,
      });
    };
    make().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [workers, options, finishedRows]);
  return preview;
}

function sizeOf(answer: ExportAnswer, format: ExportOptions['format']): number | undefined {
  const isExact = answer.rowCount === answer.totalRows;
  return isExact || isText(format) ? roughSize(answer) : undefined;
}

/** Bytes by those of the first rows; too many where rows are compressed together. */
function roughSize({ blob, rowCount, totalRows }: ExportAnswer): number {
  return rowCount === totalRows ? blob.size : (blob.size / rowCount) * totalRows;
}
