import { counted } from '#core/base/counted.ts';
import { groupFilter } from './group-filter.ts';
import type { BoxData } from '#core/analysis/box-data.ts';
import { boxPicture, type BoxesView } from '#ui/charts/picture/box-picture.ts';
import { valueWords } from '#ui/charts/point-words.ts';
import type { ChartBody, ChartContext } from '#features/charts/chart-body.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { seriesColumn } from '#core/design/shown-charts.ts';
import { axisOf, columnName, fixed, sentenceCase, seriesIndex } from './words.ts';

/** The spread of a number in each group. */
export function boxView(data: BoxData, { chart, design }: ChartContext): ChartBody {
  const { y, by } = chart.kind === 'box' ? chart : { y: '', by: '' };
  const axis = axisOf(y, design);
  const value = (number: number): string => valueWords(number, axis);
  const view = boxesOf(data, { axis, design, by });
  return {
    title: sentenceCase(`${columnName(design, y)} by ${columnName(design, by)}`),
    subtitle: 'Median, quartiles, and values within 1.5 of their distance',
    ...(data.restCount === 0
      ? {}
      : { note: `${counted(data.restCount, 'smaller group')} not shown` }),
    ...(data.eta === undefined
      ? {}
      : { verdict: { tone: 'plain' as const, text: `η ${fixed(data.eta)}` } }),
    ...medianFacts(data, value),
    table: {
      head: [
        { label: columnName(design, by) },
        ...[
          'rows',
          'least',
          'first quartile',
          'median',
          'third quartile',
          'greatest',
          'beyond',
        ].map((label) => ({ label, isNumber: true })),
      ],
      rows: () =>
        data.groups.map(({ name, summary }) => [
          name,
          String(summary.count),
          ...[summary.low, summary.q1, summary.median, summary.q3, summary.high].map(value),
          String(summary.outlierCount),
        ]),
    },
    draw: (size) => boxPicture(view, size),
    height: () => 240,
    pick: (key) => {
      const row = /^row (\d+)$/.exec(key)?.[1];
      if (row !== undefined) return { kind: 'row', row: Number(row) };
      const name = key.replace(/^group /, '');
      return {
        kind: 'rows',
        filters: [groupFilter(by, name)],
      };
    },
  };
}

interface Boxes {
  readonly axis: BoxesView['axis'];
  readonly design: DatasetDesign;
  /** The column of the groups. */
  readonly by: string;
}

function boxesOf(data: BoxData, { axis, design, by }: Boxes): BoxesView {
  const value = (number: number): string => valueWords(number, axis);
  const isColoured = seriesColumn(design) === by;
  return {
    axis,
    boxes: data.groups.map(({ name, summary, outliers }) => {
      const series = isColoured ? seriesIndex(design, by, name) : -1;
      return {
        ...summary,
        name,
        ...(series < 0 ? {} : { series }),
        words: [
          name,
          `median ${value(summary.median)}`,
          `half between ${value(summary.q1)} and ${value(summary.q3)}`,
          counted(summary.count, 'row'),
        ],
        outliers: outliers.map((outlier) => ({
          ...outlier,
          words: [`Row ${outlier.row + 1}`, `${name}, ${value(outlier.value)}`],
        })),
      };
    }),
  };
}

/** The two groups that lie farthest apart; nothing for a single one. */
function medianFacts({ groups }: BoxData, value: (number: number) => string) {
  const ordered = groups.toSorted((a, b) => b.summary.median - a.summary.median);
  const [most, least] = [ordered[0], ordered.at(-1)];
  if (most === undefined || least === undefined || most === least) return {};
  const of = ({ name, summary }: typeof most): string => `${value(summary.median)} for ${name}`;
  return { facts: [`Median ${of(most)}, ${of(least)}`] };
}
