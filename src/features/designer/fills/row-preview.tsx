import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import { useEffect, useState, type ReactNode } from 'react';
import { styled } from '@mui/material/styles';
import type { Cell } from '#core/rows/cell.ts';
import { useRowsVersion, useWorkbench } from '#state/react.tsx';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { ValueView } from '#ui/inspect/value-view.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { Line, Quiet } from '#features/designer/shared/layout.ts';

const Block = styled('div')({
  maxHeight: 260,
  overflow: 'auto',
  padding: '6px 10px',
  borderRadius: 6,
  backgroundColor: tokenVar('sunken'),
  boxShadow: `inset 0 0 0 1px ${tokenVar('line')}`,
  overflowWrap: 'anywhere',
});

const Side = styled('div')({ minWidth: 0, flex: '1 1 140px' });

export interface PreviewPart {
  readonly label: string;
  readonly columnId: string;
}

/** What columns hold in one row, side by side, with a way to the rows beside it. */
export function RowPreview({ parts }: { readonly parts: readonly PreviewPart[] }) {
  const { rows } = useWorkbench();
  const stamp = useRowsVersion();
  const [asked, setRow] = useState(0);
  const row = Math.max(0, Math.min(asked, rows.rowCount - 1));
  useEffect(() => {
    if (rows.rowCount > 0) void rows.load(row, row + 1);
  }, [rows, row, stamp]);
  if (rows.rowCount === 0) return <Quiet>There is no row yet.</Quiet>;
  return (
    <section aria-label="Preview">
      <Line>
        <Quiet>Row {(row + 1).toLocaleString('en')}</Quiet>
        <IconButton
          size="small"
          label="Preview of the row before"
          glyph={ArrowUp}
          disabled={row === 0}
          onClick={() => setRow(row - 1)}
        />
        <IconButton
          size="small"
          label="Preview of the next row"
          glyph={ArrowDown}
          disabled={row >= rows.rowCount - 1}
          onClick={() => setRow(row + 1)}
        />
      </Line>
      <Line style={{ alignItems: 'stretch', gap: 8 }}>
        {parts.map(({ label, columnId }) => (
          <Side key={label}>
            <Quiet>{label}</Quiet>
            <Block role="group" aria-label={label} tabIndex={0}>
              <Value cell={rows.cell(row, columnId)} />
            </Block>
          </Side>
        ))}
      </Line>
    </section>
  );
}

function Value({ cell }: { readonly cell: Cell | undefined }): ReactNode {
  if (cell === undefined) return <Quiet>Loading.</Quiet>;
  if (cell.state === 'failed') return <Quiet>{cell.reason ?? 'It failed.'}</Quiet>;
  if (cell.value === undefined) return <Quiet>not written yet</Quiet>;
  return cell.value === '' ? <Quiet>empty</Quiet> : <ValueView value={cell.value} />;
}
