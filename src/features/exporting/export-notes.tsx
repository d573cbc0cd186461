import { counted } from '#core/base/counted.ts';
import { scoreWords, unfitWords } from '#core/design/score-standing.ts';
import { outdatedWords } from '#core/rows/cell.ts';
import { isSheet, type ExportOptions } from '#state/export-options.ts';
import { useDataset, useRun } from '#state/react.tsx';
import { Banner } from '#ui/feedback/banner.tsx';
import type { FilePreview } from './use-file-preview.ts';

interface ExportNotesProps {
  readonly options: ExportOptions;
  readonly preview: FilePreview | undefined;
}

/** What the reader of the file should know: rows that rules leave out, rows of the demo model, cells that could run. */
export function ExportNotes({ options, preview }: ExportNotesProps) {
  const hasDemoRows = useDataset((state) => state.summary?.hasDemoRows === true);
  const formulaCells = isSheet(options.format) ? (preview?.formulaCells ?? 0) : 0;
  return (
    <>
      {preview !== undefined && (
        <>
          <MissingRows leftOut={preview.leftOutRows} />
          <Unwritable cells={preview.unwritableCells} options={options} />
          <LeftOut
            rows={preview.rowsWithoutTurns}
            why="in which not both sides speak, or that the layout cannot express"
          />
          <LeftOut
            rows={preview.unbalancedRows}
            why="of values that have more of them than the rarest"
          />
          {preview.outdatedRows > 0 && (
            <Banner tone="warn" inset>
              {outdatedWords(preview.outdatedRows)}
            </Banner>
          )}
        </>
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

function Unwritable({
  cells,
  options,
}: { readonly cells: number } & Pick<ExportNotesProps, 'options'>) {
  if (cells === 0) return null;
  return (
    <Banner tone="warn" inset>
      {cells.toLocaleString('en')} {cells === 1 ? 'cell has' : 'cells have'} characters that{' '}
      {options.format.toUpperCase()} cannot hold, such as control characters. They become �.
    </Banner>
  );
}

function LeftOut({ rows, why }: { readonly rows: number; readonly why: string }) {
  if (rows === 0) return null;
  return (
    <Banner tone="warn" inset>
      {counted(rows, 'row')} {why} {rows === 1 ? 'is' : 'are'} left out.
    </Banner>
  );
}

/** Rows that rules or judges leave out, and how many score high enough. */
function MissingRows({ leftOut }: { readonly leftOut: number }) {
  const scores = useDataset((state) => state.summary?.scores);
  const judged = useRun((state) => state.judged);
  const hasLowRows = scores !== undefined && scores.lowRows > 0;
  return (
    <>
      {leftOut > 0 && (
        <Banner tone="warn" inset>
          {unfitWords(leftOut, hasLowRows)} and {leftOut === 1 ? 'is' : 'are'} left out.
        </Banner>
      )}
      {hasLowRows && (
        <Banner tone="warn" inset>
          {scoreWords({ cappedRows: 0, heldRows: 0, ...judged, ...scores })}
        </Banner>
      )}
    </>
  );
}
