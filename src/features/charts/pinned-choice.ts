import type { Chart } from '#core/design/chart.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { ruleOfChart, shownCharts } from '#core/design/shown-charts.ts';
import { scatterColumns } from './views/scatter-view.ts';

/** The chart under the rows: that of the rule whose editor is open, shown elsewhere or not; otherwise the first. Scatter charts alone fit there. */
export function pinnedChoice(
  design: DatasetDesign,
  openRule: string | undefined,
): Chart | undefined {
  const fits = (chart: Chart): boolean => scatterColumns(chart, design) !== undefined;
  const shown = shownCharts(design).filter(fits);
  const [first] = shown;
  if (first === undefined || openRule === undefined) return first;
  const own = shown.find((chart) => ruleOfChart(chart, design)?.id === openRule);
  const drawn: Chart = { id: `rule-${openRule}`, kind: 'rule', rule: openRule };
  return own ?? (fits(drawn) ? drawn : first);
}
