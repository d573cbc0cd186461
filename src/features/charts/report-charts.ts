/** The charts of a design drawn for a file that stands alone: measured one by one, on white. */
import { shownCharts } from '#core/design/shown-charts.ts';
import type { Workbench } from '#state/workbench.ts';
import { pictureSvg } from '#ui/charts/picture/picture-svg.ts';
import { lightTokens } from '#ui/theme/tokens.ts';
import { chartView } from './chart-view.ts';

export interface DrawnChart {
  readonly title: string;
  readonly subtitle: string;
  readonly verdict?: { readonly tone: string; readonly text: string } | undefined;
  readonly svg: string;
}

const width = 720;

export async function drawCharts({ analyses, stores }: Workbench): Promise<readonly DrawnChart[]> {
  const { design } = stores.design.getState();
  const measures = stores.dataset.getState().summary?.measures ?? {};
  const { signal } = new AbortController();
  const drawn: DrawnChart[] = [];
  for (const chart of shownCharts(design)) {
    const data = await analyses.chart(chart, signal);
    if (data === undefined) continue;
    const view = chartView(data, { chart, design, measures });
    const size = { width, height: view.height(width) };
    drawn.push({
      title: view.title,
      subtitle: view.subtitle,
      verdict: view.verdict,
      svg: pictureSvg(view.draw(size), { tokens: lightTokens, title: view.sentence }),
    });
  }
  return drawn;
}
