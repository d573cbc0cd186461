import { styled } from '@mui/material/styles';
import { useMemo, useRef } from 'react';
import type { Chart } from '#core/design/chart.ts';
import { ruleOfChart, shownCharts } from '#core/design/shown-charts.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { useDataset, useDesign, useView } from '#state/react.tsx';
import { useReveal } from '#state/reveal/use-reveal.ts';
import { ringed } from '#ui/layout/ringed.ts';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { ChartCard } from './chart-card.tsx';
import { LostCharts } from './lost-charts.tsx';

const Scroller = styled('div')({
  flex: 1,
  minHeight: 0,
  overflow: 'auto',
  padding: 10,
  containerType: 'inline-size',
  ...ringed,
});

const Columns = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  alignItems: 'start',
  gap: 10,
  '@container (min-width: 780px)': {
    '&[data-columns="2"]': { gridTemplateColumns: 'minmax(0, 2.05fr) minmax(0, 1fr)' },
  },
});

const Stack = styled('div')({ display: 'flex', flexDirection: 'column', gap: 10, minWidth: 0 });

const leastRows = 5;

/** The charts of the design and of its rules, each with its finding and what was measured. */
export function ChartsPanel() {
  const design = useDesign((state) => state.design);
  const rowCount = useDataset((state) => state.summary?.rowCount ?? 0);
  const charts = useMemo(() => shownCharts(design), [design]);
  const scroller = useRef<HTMLDivElement>(null);
  useReveal(scroller);
  return (
    <Scroller ref={scroller}>
      <LostCharts />
      {charts.length === 0 && (
        <EmptyState title="No charts yet">
          Rules over numbers bring their charts along. Others can be added.
        </EmptyState>
      )}
      {charts.length > 0 && (
        <ChartColumns charts={charts} design={design} isTooEarly={rowCount < leastRows} />
      )}
    </Scroller>
  );
}

interface ChartColumnsProps {
  readonly charts: readonly Chart[];
  readonly design: DatasetDesign;
  readonly isTooEarly: boolean;
}

/** What needs width stands left, what is small right; on a narrow screen all stand below each other. */
function ChartColumns({ charts, design, isTooEarly }: ChartColumnsProps) {
  const openId = useView((view) => view.openChart);
  const actions = useView((view) => view.actions);
  const wide = charts.filter((chart) => isWide(chart, design));
  const narrow = charts.filter((chart) => !isWide(chart, design));
  const stacks = [wide, narrow].filter((stack) => stack.length > 0);
  return (
    <Columns data-columns={stacks.length}>
      {stacks.map((stack) => (
        <Stack key={stack === wide ? 'wide' : 'narrow'}>
          {stack.map((chart) => (
            <ChartCard
              key={chart.id}
              chart={chart}
              {...(isTooEarly && { waitsFor: `Charts appear with ${leastRows} rows` })}
              isFirst={chart === charts[0]}
              isLast={chart === charts.at(-1)}
              isOpen={chart.id === openId}
              onOpen={(isOpen) => actions.set({ openChart: isOpen ? chart.id : undefined })}
            />
          ))}
        </Stack>
      ))}
    </Columns>
  );
}

function isWide(chart: Chart, design: DatasetDesign): boolean {
  if (chart.kind !== 'rule') return ['scatter', 'box', 'series'].includes(chart.kind);
  const kind = ruleOfChart(chart, design)?.kind ?? '';
  return ['linear', 'correlation', 'monotone', 'ratio'].includes(kind);
}
