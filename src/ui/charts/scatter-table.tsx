import { styled } from '@mui/material/styles';
import { tokenVar } from '#ui/theme/tokens.ts';
import { valueWords } from './point-words.ts';
import { orderByX, type ScatterView } from './scatter-view.ts';

const Scroller = styled('div')({ height: '100%', overflow: 'auto' });

const Table = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  fontVariantNumeric: 'tabular-nums',
  '& th': {
    position: 'sticky',
    top: 0,
    backgroundColor: tokenVar('sheet'),
    color: tokenVar('ink-2'),
    fontSize: '0.6875rem',
    fontWeight: 500,
  },
  '& th, & td': {
    height: 25,
    padding: '0 8px',
    textAlign: 'left',
    borderBottom: `1px solid ${tokenVar('grid')}`,
  },
  '& [data-number]': { textAlign: 'right' },
});

interface ScatterTableProps {
  readonly view: ScatterView;
  readonly caption: string;
}

/** The chart's points as text, in the order the arrow keys walk them. */
export function ScatterTable({ view, caption }: ScatterTableProps) {
  const { xAxis, yAxis, seriesNames } = view;
  return (
    <Scroller tabIndex={0} role="region" aria-label={caption}>
      <Table aria-label={caption}>
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">Series</th>
            <th scope="col" data-number>
              {xAxis.label}
            </th>
            <th scope="col" data-number>
              {yAxis.label}
            </th>
          </tr>
        </thead>
        <tbody>
          {orderByX(view.points).map((point) => (
            <tr key={point.row}>
              <td>{point.title ?? point.row + 1}</td>
              <td>{seriesNames[point.series] ?? 'rest'}</td>
              <td data-number>{valueWords(point.x, xAxis)}</td>
              <td data-number>{valueWords(point.y, yAxis)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Scroller>
  );
}
