import { styled } from '@mui/material/styles';
import { constraintSentence } from '#core/design/sentence.ts';
import type { Chart } from '#core/design/design.ts';
import { ScatterFigure } from '#ui/charts/scatter-figure.tsx';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { useDataset, useDesign } from '#state/react.tsx';
import { chartTitle, ruleOfChart, shownWords, verdictOf } from './chart-words.ts';
import { useChartView } from './use-chart-view.ts';
import { useScatter } from './use-scatter.ts';
import { useShowRow } from './use-show-row.ts';

const Grid = styled('div')({
  flex: 1,
  minHeight: 0,
  overflow: 'auto',
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 520px), 1fr))',
  gridAutoRows: 'minmax(380px, 1fr)',
  gap: 10,
  padding: 10,
});

const leastRows = 5;

/** The charts of the design, each with the rule it shows and what was measured. */
export function ChartsPanel() {
  const charts = useDesign((state) => state.design.charts);
  const rowCount = useDataset((state) => state.summary?.rowCount ?? 0);
  if (charts.length === 0)
    return (
      <EmptyState title="No charts yet">
        Add a rule over two number columns, or a chart in the code view.
      </EmptyState>
    );
  if (rowCount < leastRows) return <EmptyState title={`Charts appear with ${leastRows} rows`} />;
  return (
    <Grid>
      {charts.map((chart) => (
        <ChartCard key={chart.id} chart={chart} />
      ))}
    </Grid>
  );
}

function ChartCard({ chart }: { readonly chart: Chart }) {
  const design = useDesign((state) => state.design);
  const measures = useDataset((state) => state.summary?.measures);
  const data = useScatter(chart.id);
  const view = useChartView(chart, data);
  const showRow = useShowRow();
  const rule = ruleOfChart(chart, design);
  const measure = rule === undefined ? undefined : measures?.[rule.id];
  const subtitle = rule === undefined ? undefined : `Rule: ${constraintSentence(rule, design)}.`;
  const verdict = rule === undefined ? undefined : verdictOf(measure, rule);
  return (
    <ScatterFigure
      title={chartTitle(chart, design)}
      subtitle={[subtitle, data === undefined ? undefined : shownWords(data)]
        .filter((part) => part !== undefined)
        .join(' ')}
      {...(verdict === undefined ? {} : { verdict })}
      view={view}
      onPointClick={showRow}
    />
  );
}
