import { counted } from '#core/base/counted.ts';
import type { Period, SeriesColumns, TimeSeries } from '#core/analysis/time-series.ts';
import { linesPicture, type LinesView } from '#ui/charts/picture/lines-picture.ts';
import { valueWords } from '#ui/charts/point-words.ts';
import type { ChartBody, ChartContext } from '#features/charts/chart-body.ts';
import { axisOf, columnName, count, sentenceCase, seriesIndex } from './words.ts';

const mostTicks = 6;

const formats: Readonly<Record<Period, Intl.DateTimeFormatOptions>> = {
  hour: { hour: '2-digit', minute: '2-digit' },
  day: { day: 'numeric', month: 'short' },
  week: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: '2-digit' },
  quarter: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
};

/** Rows, or the mean of a number, along time. */
export function timeView(data: TimeSeries, { chart, design }: ChartContext): ChartBody {
  const columns: SeriesColumns = chart.kind === 'series' ? chart : { x: '' };
  const axis = columns.y === undefined ? { label: 'rows' } : axisOf(columns.y, design);
  const format = new Intl.DateTimeFormat('en-GB', { ...formats[data.period], timeZone: 'UTC' });
  const value = (number: number): string =>
    columns.y === undefined ? counted(number, 'row') : valueWords(number, axis);
  const view: LinesView = {
    axis,
    ticks: ticksOf(data).map((x) => ({ x, label: format.format(x) })),
    lines: data.series.map(({ name, points }, index) => {
      const declared = columns.by === undefined ? 0 : seriesIndex(design, columns.by, name);
      return {
        name,
        series: declared < 0 ? index : declared,
        points: points.map((point) => ({
          x: point.startMs,
          y: point.value,
          words: [
            format.format(point.startMs),
            [name, value(point.value)].filter((part) => part !== '').join(', '),
            ...(columns.y === undefined ? [] : [counted(point.count, 'row')]),
          ],
        })),
      };
    }),
  };
  const about = columns.y === undefined ? 'rows' : `mean ${columnName(design, columns.y)}`;
  return {
    title: sentenceCase(`${about} by ${data.period} of ${columnName(design, columns.x)}`),
    subtitle: counted(data.count, 'row'),
    table: {
      head: [
        { label: data.period },
        { label: 'series' },
        { label: about, isNumber: true },
        { label: 'count', isNumber: true },
      ],
      rows: () =>
        data.series.flatMap(({ name, points }) =>
          points.map((point) => [
            format.format(point.startMs),
            name,
            value(point.value),
            count(point.count),
          ]),
        ),
    },
    draw: (size) => linesPicture(view, size),
    height: () => 240,
  };
}

/** Starts of periods, evenly spread. */
function ticksOf({ series }: TimeSeries): readonly number[] {
  const starts = [
    ...new Set(series.flatMap(({ points }) => points.map(({ startMs }) => startMs))),
  ].sort((a, b) => a - b);
  const step = Math.max(1, Math.ceil(starts.length / mostTicks));
  return starts.filter((_, index) => index % step === 0);
}
