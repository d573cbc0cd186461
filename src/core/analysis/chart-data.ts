/** What any chart draws, measured over all rows: plain data that crosses to the page. */
import type { Chart } from '#core/design/chart.ts';
import type { Constraint } from '#core/design/constraint.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { associationSteps, type AssociationData } from './association.ts';
import { boxData, type BoxData } from './box-data.ts';
import { coverageData, type CoverageData } from './coverage-data.ts';
import { histogramData, type HistogramData } from './histogram-data.ts';
import { keptData, type KeptData } from './kept-data.ts';
import { ratioStrip, type RatioStrip } from './ratio-strip.ts';
import type { PairColumns, RowReader } from '#core/rows/row-reader.ts';
import { scatterData, type ScatterData } from './scatter-data.ts';
import { shareData, type ShareData } from './share-data.ts';
import { timeSeries, type TimeSeries } from './time-series.ts';

export type ChartData =
  | ScatterData
  | RatioStrip
  | HistogramData
  | ShareData
  | AssociationData
  | BoxData
  | TimeSeries
  | CoverageData
  | KeptData;

/** Undefined for a chart whose rule is gone. Yields where its host may pause or stop. */
export function* chartSteps(
  rows: RowReader,
  design: DatasetDesign,
  chart: Chart,
): Generator<undefined, ChartData | undefined> {
  yield;
  switch (chart.kind) {
    case 'scatter':
      return scatterOf(rows, design, chart);
    case 'histogram':
      return histogramData(rows, design, { columnId: chart.column, ...rangeOf(chart, design) });
    case 'shares':
      return shareData(rows, design, chart.columns);
    case 'association':
      return yield* associationSteps(rows, design, chart.columns);
    case 'box':
      return boxData(rows, chart.y, chart.by);
    case 'series':
      return timeSeries(rows, chart);
    case 'coverage':
      return coverageData(rows, design, chart);
    case 'rule': {
      const rule = design.constraints.find(({ id }) => id === chart.rule);
      return rule === undefined ? undefined : ruleData(rows, design, rule);
    }
  }
}

function ruleData(rows: RowReader, design: DatasetDesign, rule: Constraint): ChartData {
  switch (rule.kind) {
    case 'correlation':
    case 'linear':
    case 'monotone':
      return scatterOf(rows, design, rule);
    case 'ratio':
      return ratioStrip(rows, rule);
    case 'share':
      return shareData(rows, design, [rule.column]);
    case 'range':
      return histogramData(rows, design, { columnId: rule.column, allowed: boundsOf(rule) });
    case 'length':
      return histogramData(rows, design, {
        columnId: rule.column,
        unit: rule.unit,
        allowed: boundsOf(rule),
      });
    case 'expression':
    case 'pattern':
    case 'unique':
      return keptData(rows, design, rule);
  }
}

function scatterOf(rows: RowReader, design: DatasetDesign, { x, y, by }: PairColumns) {
  return scatterData(rows, { x, y, by, seed: design.seed });
}

/** A range rule on the column of a histogram is drawn with it. */
function rangeOf(
  chart: { readonly column: string },
  design: DatasetDesign,
): { readonly allowed?: HistogramData['allowed'] } {
  const rule = design.constraints.find(
    (candidate) => candidate.kind === 'range' && candidate.column === chart.column,
  );
  return rule?.kind === 'range' ? { allowed: boundsOf(rule) } : {};
}

function boundsOf({ low, high }: { low?: number | undefined; high?: number | undefined }) {
  return { low, high };
}
