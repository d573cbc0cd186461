import { styled } from '@mui/material/styles';
import { Cell } from '#ui/grid/cell.tsx';
import type { CellView } from '#ui/grid/cell-view.ts';
import type { GridColumn } from '#ui/grid/grid-column.ts';
import { useGridFeed } from '#ui/grid/grid-feed.ts';
import { seriesVar } from '#ui/theme/series-token.ts';
import { tokenVar } from '#ui/theme/tokens.ts';
import type { CardParts } from './card-parts.ts';
import { withUnit } from './cell-text.ts';

const Frame = styled('div')({
  height: '100%',
  padding: '10px 14px 10px 8px',
  lineHeight: '20px',
  whiteSpace: 'normal',
});

const Top = styled('div')({ display: 'flex', alignItems: 'center', gap: 8, height: 24 });

/** The cell of the grid keeps its states; here it has no padding of its own. */
const Slot = styled('div')({
  minWidth: 0,
  height: 24,
  '& > div': { padding: 0 },
  '&[data-part=title]': { flex: 1, fontSize: '0.9375rem' },
  '&[data-part=title] > div[data-strong=true]': { fontWeight: 600 },
  '&[data-part=figure]': { flexShrink: 0, maxWidth: '50%', fontSize: '0.875rem', fontWeight: 500 },
});

const Facts = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 6,
  color: tokenVar('ink-2'),
  fontSize: '0.8125rem',
  '& > span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

const Series = styled('i')({ width: 8, height: 8, borderRadius: 2, flexShrink: 0 });

const Text = styled('div')({
  display: '-webkit-box',
  WebkitLineClamp: 2,
  WebkitBoxOrient: 'vertical',
  overflow: 'hidden',
  // Without this a word longer than the line is cut without a sign that it goes on.
  overflowWrap: 'anywhere',
  marginTop: 2,
  '&[data-kind=failed]': { color: tokenVar('red') },
  '&[data-kind=waiting], &[data-kind=empty]': { color: tokenVar('ink-3') },
});

/** One row as it reads on a phone; a tap shows the whole of it. */
function RowCard({ parts, row }: { readonly parts: CardParts; readonly row: number }) {
  const { getCell } = useGridFeed();
  const viewOf = (column: GridColumn | undefined): CellView | undefined =>
    column && withUnit(getCell(row, column.key), column.unit);
  const facts = parts.facts.flatMap((column) => viewOf(column) ?? []);
  const text = viewOf(parts.text);
  const mark = facts.find((fact) => fact.mark !== undefined)?.mark;
  return (
    <Frame>
      <Top>
        <Slot data-part="title">
          <Cell cell={viewOf(parts.title)} row={row} strong />
        </Slot>
        {parts.figure !== undefined && (
          <Slot data-part="figure">
            <Cell cell={viewOf(parts.figure)} row={row} align="right" />
          </Slot>
        )}
      </Top>
      {facts.length > 0 && (
        <Facts>
          {mark !== undefined && <Series style={{ backgroundColor: seriesVar(mark) }} />}
          <span>
            {facts
              .map((fact) => fact.text)
              .filter((words) => words !== '')
              .join(', ')}
          </span>
        </Facts>
      )}
      {text !== undefined && (
        <Text data-kind={text.kind}>
          {text.kind === 'waiting' || text.kind === 'empty' ? 'not written yet' : text.text}
        </Text>
      )}
    </Frame>
  );
}

/** The one column of a grid of cards; what is opened, copied or cleared is the text. */
export function cardColumn(parts: CardParts): GridColumn {
  return {
    key: (parts.text ?? parts.title).key,
    name: 'Row',
    grows: true,
    minWidth: 200,
    renderCell: (_, row) => <RowCard parts={parts} row={row} />,
  };
}
