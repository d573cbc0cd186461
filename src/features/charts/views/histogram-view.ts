import { counted } from '#core/base/counted.ts';
import type { HistogramData } from '#core/analysis/histogram-data.ts';
import { findColumn, type DatasetDesign } from '#core/design/design.ts';
import type { Chart } from '#core/design/chart.ts';
import { ruleOfChart } from '#core/design/shown-charts.ts';
import { barsPicture, type BarsView } from '#ui/charts/picture/bars-picture.ts';
import type { ChartBody, ChartContext, PickTarget, Verdict } from '#features/charts/chart-body.ts';
import { axisOf, columnName, count, digits, sentenceCase } from './words.ts';

/** Gaps of fewer rows than this many standard errors are chance: the 5 % point of Kolmogorov's law. */
const kolmogorov5 = 1.358;

/** Drawn values against the declared law, or lengths against what a rule allows. */
export function histogramView(data: HistogramData, { chart, design }: ChartContext): ChartBody {
  const columnId = columnOf(chart, design);
  const view = barsOf(data, columnId, design);
  const law = lawVerdict(data);
  const lawLine = data.expected === undefined ? '' : 'Line: the declared law';
  return {
    title: titleOf(data, columnName(design, columnId), law),
    subtitle: [lawLine, counted(data.count, 'row')].filter((words) => words !== '').join('. '),
    // A chart about a rule says what the rule allows, and the law beside it.
    ...(data.allowed === undefined
      ? { ...(law && { verdict: law }) }
      : { ...(lawLine !== '' && { note: lawLine }) }),
    table: tableOf(view),
    draw: (size) => barsPicture(view, size),
    height: () => 132,
    ...(data.unit === 'value' ? { pick: (key) => pickBin(view, Number(key), columnId) } : {}),
  };
}

function barsOf(data: HistogramData, columnId: string, design: DatasetDesign): BarsView {
  const isValue = data.unit === 'value';
  return {
    ...(data.bins ?? { start: 0, binWidth: 1, counts: [] }),
    axis: isValue ? axisOf(columnId, design) : { label: data.unit, unit: data.unit },
    isWhole: !isValue || findColumn(design, columnId)?.type === 'integer',
    ...(data.expected === undefined ? {} : { expected: data.expected }),
    ...(data.allowed === undefined ? {} : { allowed: data.allowed }),
  };
}

function tableOf({ axis, start, binWidth, counts, expected }: BarsView): ChartBody['table'] {
  return {
    head: [
      { label: axis.label },
      { label: 'rows', isNumber: true },
      ...(expected === undefined ? [] : [{ label: 'expected', isNumber: true }]),
    ],
    rows: () =>
      counts.map((rows, bin) => [
        digits(start + bin * binWidth),
        count(rows),
        ...(expected === undefined ? [] : [digits(expected[bin] ?? 0)]),
      ]),
  };
}

function columnOf(chart: Chart, design: DatasetDesign): string {
  if (chart.kind === 'histogram') return chart.column;
  const rule = ruleOfChart(chart, design);
  return rule?.kind === 'range' || rule?.kind === 'length' ? rule.column : '';
}

function titleOf(data: HistogramData, name: string, law: Verdict | undefined): string {
  if (data.unit !== 'value') return sentenceCase(`${data.unit} per ${name}`);
  if (law === undefined) return sentenceCase(`${name} as drawn`);
  return sentenceCase(
    law.tone === 'ok'
      ? `${name} follows its declared law`
      : `${name} differs from its declared law`,
  );
}

function lawVerdict({ gap, count: rows }: HistogramData): Verdict | undefined {
  if (gap === undefined || rows === 0) return undefined;
  // Draws by quota lie closer to the law than chance, which is no fault.
  const isNear = gap <= kolmogorov5 / Math.sqrt(rows);
  return { tone: isNear ? 'ok' : 'warn', text: `gap ${(gap * 100).toFixed(1)} %` };
}

function pickBin(view: BarsView, bin: number, columnId: string): PickTarget {
  const low = view.start + bin * view.binWidth;
  const isLast = bin === view.counts.length - 1;
  const high = isLast ? low + view.binWidth : low + view.binWidth * (1 - 1e-9);
  const unit = view.axis.unit === undefined ? '' : ` ${view.axis.unit}`;
  const label = `${view.axis.label} ${digits(low)} to ${digits(low + view.binWidth)}${unit}`;
  return { kind: 'rows', filters: [{ kind: 'range', columnId, low, high, label }] };
}
