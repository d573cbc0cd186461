import { styled } from '@mui/material/styles';
import FileInput from 'lucide-react/icons/file-input';
import { Icon } from '#ui/icon/icon.tsx';
import { VisuallyHidden } from '#ui/layout/visually-hidden.tsx';
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
  // On a card it stands beside the title.
  '.rs-headless &': { alignItems: 'flex-start', paddingTop: 12, lineHeight: '20px' },
});

const Own = styled('span')({ display: 'inline-flex', color: tokenVar('source') });

function OwnMark() {
  return (
    <Own title="Your row: no run writes in it">
      <Icon glyph={FileInput} size={12} />
      <VisuallyHidden>your row</VisuallyHidden>
    </Own>
  );
}

export function RowNumber({ row }: { readonly row: number }) {
  const { isRowBusy, isOwnRow, rowNumberOf } = useGridFeed();
  return (
    <Gutter>
      {isRowBusy(row) ? <Spinner /> : isOwnRow(row) ? <OwnMark /> : <span />}
      <span>{rowNumberOf(row)}</span>
    </Gutter>
  );
}
