/** From measured points and fits to what the chart draws. */
import type { ScatterData } from '#core/analysis/scatter-data.ts';
import { findColumn, type Chart, type DatasetDesign } from '#core/design/design.ts';
import { seriesValues } from '#state/series.ts';
import type { ScatterView } from '#ui/charts/scatter-view.ts';
import { columnName, lawWords } from './chart-words.ts';

const symbols: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£' };

export function scatterViewOf(data: ScatterData, chart: Chart, design: DatasetDesign): ScatterView {
  const names = seriesNames(data, chart, design);
  const indexOf = (series: string): number => Math.max(0, names.indexOf(series));
  return {
    points: data.points.map(({ x, y, series, row }) => ({ x, y, row, series: indexOf(series) })),
    seriesNames: names,
    lines: chart.fit
      ? data.fits.map((fit) => ({
          ...lineOf(fit),
          series: indexOf(fit.series),
          law: lawWords(fit.fit, chart, design),
        }))
      : [],
    xAxis: axis(chart.x, design),
    yAxis: axis(chart.y, design),
  };
}

/** In the order of the attribute table, then as they appear. */
export function seriesNames(
  data: ScatterData,
  chart: Chart,
  design: DatasetDesign,
): readonly string[] {
  const declared = chart.by === undefined ? [] : seriesValues(design.columns, chart.by).map(String);
  return [...new Set([...declared, ...data.series])];
}

function lineOf({ fit, band }: ScatterData['fits'][number]) {
  const at = (x: number) => ({ x, y: fit.intercept + fit.slope * x });
  return {
    from: at(fit.minX),
    to: at(fit.maxX),
    band: band.map(({ x, low, high }) => ({ x, low, high })),
    sigma: fit.residualSd,
  };
}

function axis(columnId: string, design: DatasetDesign): ScatterView['xAxis'] {
  const unit = findColumn(design, columnId)?.unit;
  const symbol = unit === undefined ? undefined : symbols[unit];
  return {
    label: columnName(design, columnId),
    ...(symbol === undefined ? {} : { prefix: symbol }),
    ...(symbol === undefined && unit !== undefined ? { unit } : {}),
  };
}
