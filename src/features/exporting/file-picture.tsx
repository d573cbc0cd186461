import { styled } from '@mui/material/styles';
import { FONT_MONO, FONT_SANS } from '#ui/theme/font-families.ts';
import type { ExportOptions } from '#state/export-options.ts';
import { textMannerOf } from '#ui/inspect/text-tints.ts';
import { TintedText } from '#ui/inspect/tinted-text.tsx';
import { valueTints } from '#ui/inspect/value-tints.ts';
import { tokenVar } from '#ui/theme/tokens.ts';
import type { FilePreview } from './use-file-preview.ts';

const Head = styled('div')({
  display: 'flex',
  justifyContent: 'space-between',
  gap: 12,
  marginBottom: 4,
  fontSize: '0.75rem',
  color: tokenVar('ink-2'),
});

const Lines = styled('pre')({
  minHeight: 76,
  margin: 0,
  padding: '8px 12px',
  overflowX: 'auto',
  borderRadius: 8,
  boxShadow: `inset 0 0 0 1px ${tokenVar('line')}`,
  backgroundColor: tokenVar('sunken'),
  fontFamily: FONT_MONO,
  fontSize: '0.75rem',
  lineHeight: '20px',
  letterSpacing: '-0.03em',
  color: tokenVar('ink-2'),
  ...valueTints,
});

const Nothing = styled('span')({
  fontFamily: FONT_SANS,
  whiteSpace: 'normal',
  color: tokenVar('ink-3'),
});

interface FilePictureProps {
  readonly preview: FilePreview | undefined;
  readonly name: string;
  /** Whether the file is text; of others the rows are shown as JSON. */
  readonly isText: boolean;
  readonly rows: ExportOptions['rows'];
  /** Whether it is written to a place that is asked for, not handed to the browser as a whole. */
  readonly isToDisk: boolean;
}

export function FilePicture({ preview, name, isText, rows, isToDisk }: FilePictureProps) {
  const title = isText ? `First lines of ${name}` : `First rows of ${name}, as JSON`;
  return (
    <div>
      <Head>
        <span>{title}</span>
        {preview !== undefined && (
          <span>
            {preview.rowCount.toLocaleString('en')} rows
            {preview.sizeBytes !== undefined && `, about ${sizeWords(preview.sizeBytes)}`}
            {isToDisk && ', straight to a place you choose'}
          </span>
        )}
      </Head>
      <Lines tabIndex={0} role="region" aria-label={title}>
        {preview?.rowCount === 0 ? (
          <Nothing>{nothingWords(preview, rows)}</Nothing>
        ) : (
          <TintedText
            text={preview?.lines.join('\n') ?? ''}
            manner={isText ? textMannerOf(name) : 'json'}
          />
        )}
      </Lines>
    </div>
  );
}

function nothingWords(preview: FilePreview, rows: ExportOptions['rows']): string {
  const { leftOutRows, rowsWithoutTurns, unbalancedRows } = preview;
  if (rows === 'all' || leftOutRows + rowsWithoutTurns + unbalancedRows > 0)
    return 'There is no row to take.';
  return 'No row is finished yet. All, under Which rows, takes rows as they are.';
}

function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${Math.round(bytes)} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
