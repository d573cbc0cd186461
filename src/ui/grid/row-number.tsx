import { styled } from '@mui/material/styles';
import { Spinner } from '#ui/feedback/spinner.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { useGridFeed } from './grid-feed.ts';

const Gutter = styled('span')({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  height: '100%',
  padding: '0 10px 0 6px',
  color: tokenVar('ink-3'),
  fontSize: '0.75rem',
});

export function RowNumber({ row }: { readonly row: number }) {
  const { isRowBusy, rowNumberOf } = useGridFeed();
  return (
    <Gutter>
      {isRowBusy(row) ? <Spinner /> : <span />}
      <span>{rowNumberOf(row)}</span>
    </Gutter>
  );
}
