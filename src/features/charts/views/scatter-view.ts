/** From measured points and fits to what the scatter chart draws and says. */
import { counted } from '#core/base/counted.ts';
import type { ScatterData } from '#core/analysis/scatter-data.ts';
import type { Chart } from '#core/design/chart.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { ruleOfChart } from '#core/design/shown-charts.ts';
import { seriesValues } from '#state/series.ts';
import { valueWords } from '#ui/charts/point-words.ts';
import { scatterPicture } from '#ui/charts/picture/scatter-picture.ts';
import { orderByX, type ScatterView } from '#ui/charts/scatter-view.ts';
import type { ChartBody, ChartContext } from '#features/charts/chart-body.ts';
import { axisOf, columnName, fixed } from './words.ts';
import { lawWords, shownWords } from '#features/charts/chart-words.ts';

/** The columns a scatter chart is about, its own or those of its rule. */
export interface ScatterColumns {
  readonly x: string;
  readonly y: string;
  readonly by?: string | undefined;
  readonly fit: boolean;
}

export function scatterColumns(chart: Chart, design: DatasetDesign): ScatterColumns | undefined {
  if (chart.kind === 'scatter') return chart;
  const rule = ruleOfChart(chart, design);
  return rule?.kind === 'linear' || rule?.kind === 'correlation' || rule?.kind === 'monotone'
    ? { x: rule.x, y: rule.y, by: rule.by, fit: rule.kind !== 'monotone' }
    : undefined;
}

export function scatterView(data: ScatterData, { chart, design }: ChartContext): ChartBody {
  const columns = scatterColumns(chart, design) ?? { x: '', y: '', fit: false };
  const view = scatterViewOf(data, columns, design);
  const [x, y] = [columnName(design, columns.x), columnName(design, columns.y)];
  const { pooled } = data;
  return {
    title: scatterTitle(data, columns, design),
    subtitle: `${y} over ${x}${columns.by === undefined ? '' : ` by ${columnName(design, columns.by)}`}`,
    note: [
      shownWords(data),
      ...(pooled === undefined
        ? []
        : [
            `All groups as one: ${lawWords(pooled.fit, { x, y })}, r\u00A0${fixed(pooled.fit.r)}, ρ\u00A0${fixed(pooled.rho)}`,
          ]),
    ].join(' '),
    facts: [
      shownWords(data).replace(/\.$/, ''),
      ...data.fits.map(({ series, fit, rho }) =>
        [
          series,
          `${lawWords(fit, { x, y })}, r ${fixed(fit.r)}, ρ ${fixed(rho)}, ${counted(fit.count, 'row')}`,
        ]
          .filter((part) => part !== '')
          .join(': '),
      ),
    ],
    table: {
      head: [
        { label: 'Row' },
        { label: 'Series' },
        { label: x, isNumber: true },
        { label: y, isNumber: true },
      ],
      rows: () =>
        orderByX(view.points).map((point) => [
          String(point.row + 1),
          view.seriesNames[point.series] ?? 'rest',
          valueWords(point.x, view.xAxis),
          valueWords(point.y, view.yAxis),
        ]),
    },
    draw: (size) => scatterPicture(view, size),
    height: (width) => Math.max(260, Math.min(400, width * 0.7)),
    scatter: view,
  };
}

/** "price grows with size, along one line per type": the direction all groups agree on. */
function scatterTitle(data: ScatterData, columns: ScatterColumns, design: DatasetDesign): string {
  const [x, y] = [columnName(design, columns.x), columnName(design, columns.y)];
  const per = columns.by === undefined ? '' : `, per ${columnName(design, columns.by)}`;
  const signs = new Set(data.fits.map(({ fit }) => Math.sign(fit.r)));
  const isClear = data.fits.length > 0 && data.fits.every(({ fit }) => Math.abs(fit.r) >= 0.3);
  const [sign] = signs;
  const verb = sign === 1 ? 'grows' : 'falls';
  const words =
    isClear && signs.size === 1 ? `${y} ${verb} with ${x}${per}` : `${y} over ${x}${per}`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function scatterViewOf(
  data: ScatterData,
  columns: ScatterColumns,
  design: DatasetDesign,
): ScatterView {
  const names = seriesNames(data, columns, design);
  const indexOf = new Map(names.map((name, index) => [name, index]));
  const axis = { x: columnName(design, columns.x), y: columnName(design, columns.y) };
  return {
    points: data.points.map(({ x, y, series, row }) => ({
      x,
      y,
      row,
      series: indexOf.get(series) ?? 0,
    })),
    seriesNames: names,
    lines: columns.fit
      ? data.fits.map((fit) => ({
          ...lineOf(fit),
          series: indexOf.get(fit.series) ?? 0,
          law: lawWords(fit.fit, axis),
          facts: `r ${fixed(fit.fit.r)}, ${counted(fit.fit.count, 'row')}`,
        }))
      : [],
    xAxis: axisOf(columns.x, design),
    yAxis: axisOf(columns.y, design),
  };
}

/** In the order of the attribute table, then as they appear. */
export function seriesNames(
  data: ScatterData,
  { by }: Pick<ScatterColumns, 'by'>,
  design: DatasetDesign,
): readonly string[] {
  const declared = by === undefined ? [] : seriesValues(design.columns, by).map(String);
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
