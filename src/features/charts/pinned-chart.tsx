import { styled } from '@mui/material/styles';
import Maximize2 from 'lucide-react/icons/maximize-2';
import PinOff from 'lucide-react/icons/pin-off';
import { memo, useMemo } from 'react';
import type { ChartData } from '#core/analysis/chart-data.ts';
import type { ScatterData } from '#core/analysis/scatter-data.ts';
import type { Chart } from '#core/design/chart.ts';
import { constraintSentence } from '#core/design/sentence.ts';
import { ScatterChart } from '#ui/charts/scatter-chart.tsx';
import { useSame } from '#state/use-same.ts';
import { usePaneSize } from '#state/use-pane-size.ts';
import { Separator } from '#ui/layout/separator.tsx';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { SkeletonRows } from '#ui/feedback/skeleton-rows.tsx';
import { SeriesMark } from '#ui/marks/series-mark.tsx';
import { Tag } from '#ui/marks/tag.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { useDataset, useView } from '#state/react.tsx';
import { useDrawnDesign } from '#state/use-drawn-design.ts';
import { lawWords, verdictOf } from './chart-words.ts';
import { pinnedChoice } from './pinned-choice.ts';
import { useChartData } from './use-chart-data.ts';
import { useChartView } from './use-chart-view.ts';
import { usePick } from './use-pick.ts';
import { scatterColumns, seriesNames } from './views/scatter-view.ts';
import { columnName } from './views/words.ts';

const Shelf = styled('section')({
  flexShrink: 0,
  maxHeight: '60%',
  containerType: 'inline-size',
  display: 'flex',
  flexDirection: 'column',
  padding: '8px 16px 10px',
  borderTop: `1px solid ${tokenVar('line-2')}`,
});

const Head = styled('div')({ display: 'flex', alignItems: 'center', gap: 4, fontWeight: 600 });
const Title = styled('div')({ flex: 1, minWidth: 0 });
const Body = styled('div')({ flex: 1, minHeight: 0, display: 'flex', gap: 24 });
const Plot = styled('div')({ flex: 1, minWidth: 0, position: 'relative', overflow: 'hidden' });

const Facts = styled('div')({
  width: 300,
  flexShrink: 0,
  overflow: 'auto',
  '& h3': { margin: '4px 0 6px', fontSize: '0.75rem', fontWeight: 400, color: tokenVar('ink-3') },
  '@container (max-width: 660px)': { display: 'none' },
});

const Fact = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 25,
  '& > :last-child': { marginLeft: 'auto', whiteSpace: 'nowrap' },
});

interface PinnedChartProps {
  readonly onUnpin: () => void;
  readonly onExpand: () => void;
}

/** A scatter chart of the design under the rows, with its laws and the rules it proves. */
export function PinnedChart({ onUnpin, onExpand }: PinnedChartProps) {
  const design = useDrawnDesign();
  const openRule = useView(({ openEditor }) =>
    openEditor?.kind === 'constraint' ? openEditor.id : undefined,
  );
  const chart = useSame(useMemo(() => pinnedChoice(design, openRule), [design, openRule]));
  const { data } = useChartData(chart);
  const pane = usePaneSize('chart');
  if (chart === undefined) return null;
  return (
    <>
      <Separator label="Height of the chart" orientation="horizontal" isBefore {...pane} />
      <Shelf aria-label="Pinned chart" style={{ height: pane.size }}>
        <PinnedBody chart={chart} data={data} onUnpin={onUnpin} onExpand={onExpand} />
      </Shelf>
    </>
  );
}

interface PinnedBodyProps extends PinnedChartProps {
  readonly chart: Chart;
  readonly data: ChartData | undefined;
}

const PinnedBody = memo(function PinnedBody(props: PinnedBodyProps) {
  const { chart, data, onUnpin, onExpand } = props;
  const view = useChartView(chart, data);
  const pick = usePick();
  return (
    <>
      <Head>
        <Title>{view?.title ?? chart.title ?? 'Chart'}</Title>
        <IconButton label="Show all charts" size="small" glyph={Maximize2} onClick={onExpand} />
        <IconButton label="Unpin the chart" size="small" glyph={PinOff} onClick={onUnpin} />
      </Head>
      <Body>
        <Plot>
          {view?.scatter === undefined ? (
            <SkeletonRows label="Loading" />
          ) : (
            <ScatterChart
              view={view.scatter}
              caption={view.sentence}
              labelled={false}
              onPointClick={(row) => pick({ kind: 'row', row })}
            />
          )}
        </Plot>
        {data?.kind === 'scatter' && <ChartFacts chart={chart} data={data} />}
      </Body>
    </>
  );
});

function ChartFacts({ chart, data }: { readonly chart: Chart; readonly data: ScatterData }) {
  const design = useDrawnDesign();
  const measures = useDataset((state) => state.summary?.measures);
  const columns = scatterColumns(chart, design) ?? { x: '', y: '', fit: false };
  const names = seriesNames(data, columns, design);
  const axes = { x: columnName(design, columns.x), y: columnName(design, columns.y) };
  const rules = design.constraints.filter(
    ({ id, kind }) => measures?.[id] !== undefined && (kind === 'linear' || kind === 'ratio'),
  );
  return (
    <Facts>
      {data.fits.length > 0 && <h3>Fitted</h3>}
      {data.fits
        .toSorted((a, b) => b.fit.slope - a.fit.slope)
        .map(({ series, fit }) => (
          <Fact key={series}>
            {series !== '' && <SeriesMark series={names.indexOf(series)} />}
            <span>{series}</span>
            <span>{lawWords(fit, axes)}</span>
          </Fact>
        ))}
      {rules.length > 0 && <h3>Rules</h3>}
      {rules.map((rule) => {
        const verdict = verdictOf(measures?.[rule.id], rule);
        return (
          <Fact key={rule.id}>
            <span>{constraintSentence(rule, design)}</span>
            <Tag tone={verdict?.tone ?? 'plain'} ticked={verdict?.tone === 'ok'}>
              {verdict?.text}
            </Tag>
          </Fact>
        );
      })}
    </Facts>
  );
}
