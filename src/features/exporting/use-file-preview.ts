import { useEffect, useState } from 'react';
import { useWorkbench } from '#state/react.tsx';
import { exportRequest, type ExportOptions } from '#state/export-options.ts';

export interface FilePreview {
  readonly lines: readonly string[];
  readonly rowCount: number;
  readonly sizeBytes: number;
  readonly formulaCells: number;
}

const shownLines = 3;

/** The first lines of the file as it would be, and the size of the whole. */
export function useFilePreview(options: ExportOptions): FilePreview | undefined {
  const { workers } = useWorkbench();
  const [preview, setPreview] = useState<FilePreview | undefined>(undefined);
  useEffect(() => {
    let isCurrent = true;
    const make = async (): Promise<void> => {
      const head = await workers.evaluator.exportRows(exportRequest(options, shownLines));
      const whole = await workers.evaluator.exportRows(exportRequest(options));
      const text = await head.blob.text();
      const lines = text.split(/\r?\n/).filter((line) => line !== '');
      if (!isCurrent) return;
      setPreview({
        lines: lines.slice(0, shownLines),
        rowCount: whole.rowCount,
        sizeBytes: whole.blob.size,
        formulaCells: whole.formulaCells,
      });
    };
    make().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [workers, options]);
  return preview;
}
