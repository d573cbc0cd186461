/** What a chart says and shows, whatever its kind: one shape for the screen, files and the report. */
import type { ChartData } from '#core/analysis/chart-data.ts';
import { constraintSentence } from '#core/design/sentence.ts';
import { ruleOfChart } from '#core/design/shown-charts.ts';
import type { ChartBody, ChartContext } from './chart-body.ts';
import { verdictOf } from './chart-words.ts';
import { associationView } from './views/association-view.ts';
import { boxView } from './views/box-view.ts';
import { coverageView } from './views/coverage-view.ts';
import { histogramView } from './views/histogram-view.ts';
import { keptView } from './views/kept-view.ts';
import { ratioView } from './views/ratio-view.ts';
import { scatterView } from './views/scatter-view.ts';
import { shareView } from './views/share-view.ts';
import { timeView } from './views/time-view.ts';

export interface ChartView extends Omit<ChartBody, 'subtitle' | 'note'> {
  readonly subtitle: string;
  /** Title, facts and verdict as one text. */
  readonly sentence: string;
}

export function chartView(data: ChartData, context: ChartContext): ChartView {
  const { chart, design, measures } = context;
  const body = chartBody(data, context);
  const rule = ruleOfChart(chart, design);
  const title = chart.title === undefined || chart.title === '' ? body.title : chart.title;
  const measured = rule === undefined ? undefined : verdictOf(measures[rule.id], rule);
  const verdict = body.verdict ?? measured;
  const about = rule === undefined ? body.subtitle : `Rule: ${constraintSentence(rule, design)}`;
  return {
    ...body,
    title,
    subtitle: [about, body.note].filter((part) => part !== undefined).join('. '),
    ...(verdict === undefined ? {} : { verdict }),
    sentence: [title, ...(body.facts ?? []), ...(verdict === undefined ? [] : [verdict.text])]
      .map((part) => `${part}.`)
      .join(' '),
  };
}

function chartBody(data: ChartData, context: ChartContext): ChartBody {
  switch (data.kind) {
    case 'scatter':
      return scatterView(data, context);
    case 'ratio':
      return ratioView(data, context);
    case 'histogram':
      return histogramView(data, context);
    case 'shares':
      return shareView(data, context);
    case 'association':
      return associationView(data, context);
    case 'box':
      return boxView(data, context);
    case 'series':
      return timeView(data, context);
    case 'coverage':
      return coverageView(data, context);
    case 'kept':
      return keptView(data, context);
  }
}
