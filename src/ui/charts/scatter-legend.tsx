import { styled } from '@mui/material/styles';
import { SeriesMark } from '#ui/marks/series-mark.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import type { ScatterView } from './scatter-view.ts';

const List = styled('ul')({ margin: '8px 0 0', padding: 0, listStyle: 'none' });
const Line = styled('li')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 28,
  '& > :last-child': { marginLeft: 'auto', color: tokenVar('ink-2') },
});

/** The laws below the chart, where it is too narrow to write them beside their lines. */
export function ScatterLegend({ view }: { readonly view: ScatterView }) {
  return (
    <List>
      {view.lines.map(({ series, law, facts }) => (
        <Line key={series}>
          <SeriesMark series={series} />
          <span>{view.seriesNames[series]}</span>
          <span>{law ?? facts}</span>
        </Line>
      ))}
    </List>
  );
}
