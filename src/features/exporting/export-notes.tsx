import type { ExportOptions } from '#state/export-options.ts';
import { useDataset } from '#state/react.tsx';
import { Banner } from '#ui/feedback/banner.tsx';
import type { FilePreview } from './use-file-preview.ts';

interface ExportNotesProps {
  readonly options: ExportOptions;
  readonly preview: FilePreview | undefined;
}

/** What the reader of the file should know: rows that rules leave out, rows of the demo model, cells that could run. */
export function ExportNotes({ options, preview }: ExportNotesProps) {
  const hasDemoRows = useDataset((state) => state.summary?.hasDemoRows === true);
  const formulaCells = options.format === 'csv' ? (preview?.formulaCells ?? 0) : 0;
  const leftOut = preview?.leftOutRows ?? 0;
  return (
    <>
      {leftOut > 0 && (
        <Banner tone="warn" inset>
          {leftOut === 1
            ? '1 row breaks a rule and is left out.'
            : `${leftOut.toLocaleString('en')} rows break a rule and are left out.`}
        </Banner>
      )}
      {hasDemoRows && (
        <Banner tone="warn" inset>
          Rows made by the demo model are marked in a column of their own.
        </Banner>
      )}
      {formulaCells > 0 && (
        <Banner tone="warn" inset>
          {formulaCells.toLocaleString('en')} cells could run as formulas in a spreadsheet.{' '}
          {options.spreadsheetSafe && 'They get a leading apostrophe.'}
        </Banner>
      )}
    </>
  );
}
