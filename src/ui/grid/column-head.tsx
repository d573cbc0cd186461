import { styled } from '@mui/material/styles';
import { Icon } from '#ui/icon/icon.tsx';
import { VisuallyHidden } from '#ui/layout/visually-hidden.tsx';
import { fillGlyphOf } from '#ui/marks/fill-kinds.ts';
import { tokenVar } from '#ui/theme/tokens.ts';
import type { GridColumn } from './grid-column.ts';
import { useGridFeed } from './grid-feed.ts';

const Head = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  height: '100%',
  padding: '3px 8px 8px',
  '&[data-align=right]': { alignItems: 'flex-end' },
});

const Name = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 5,
  maxWidth: '100%',
  height: 20,
  fontWeight: 600,
  color: tokenVar('ink'),
  '& > svg': { color: tokenVar('ink-3') },
  '& > span': { overflow: 'hidden', textOverflow: 'ellipsis' },
});

const Summary = styled('div')({
  display: 'flex',
  alignItems: 'flex-end',
  gap: 6,
  height: 21,
  marginTop: 'auto',
  maxWidth: '100%',
  overflow: 'hidden',
  fontSize: '0.6875rem',
  fontWeight: 400,
  lineHeight: '14px',
  color: tokenVar('ink-3'),
});

/** Glyph, name and the live summary. The summary is a picture, so it stays out of the header's name. */
export function ColumnHead({ column }: { readonly column: GridColumn }) {
  const { renderSummary } = useGridFeed();
  return (
    <Head data-align={column.align ?? 'left'}>
      <Name title={column.name}>
        {column.fillKind !== undefined && <Icon glyph={fillGlyphOf(column.fillKind)} size={15} />}
        <span aria-hidden={column.label === undefined ? undefined : true}>{column.name}</span>
        {column.label !== undefined && <VisuallyHidden>{column.label}</VisuallyHidden>}
      </Name>
      <Summary aria-hidden>{renderSummary(column.key)}</Summary>
    </Head>
  );
}
