/** Chart titles, laws and captions in words: a chart states its finding, and says it to a screen reader too. */
import type { ConstraintMeasure } from '#core/analysis/constraint-measure.ts';
import type { LinearFit } from '#core/analysis/linear-fit.ts';
import type { ScatterData } from '#core/analysis/scatter-data.ts';
import type { Constraint } from '#core/design/constraint.ts';
import { findColumn, type Chart, type DatasetDesign } from '#core/design/design.ts';
import type { TagTone } from '#ui/marks/tag.tsx';

export function columnName(design: DatasetDesign, id: string): string {
  return findColumn(design, id)?.name ?? id;
}

export function chartTitle(chart: Chart, design: DatasetDesign): string {
  if (chart.title !== undefined && chart.title !== '') return chart.title;
  const by = chart.by === undefined ? '' : ` by ${columnName(design, chart.by)}`;
  return `${columnName(design, chart.y)} over ${columnName(design, chart.x)}${by}`;
}

/** "price = 33.6 × size − 384": slope to three digits, intercept to whole numbers where it is large. */
export function lawWords(fit: LinearFit, chart: Chart, design: DatasetDesign): string {
  const intercept = digits(Math.abs(fit.intercept));
  const sign = fit.intercept < 0 ? '−' : '+';
  const slope = `${fit.slope < 0 ? '−' : ''}${digits(Math.abs(fit.slope))}`;
  return `${columnName(design, chart.y)} = ${slope} × ${columnName(design, chart.x)} ${sign} ${intercept}`;
}

function digits(value: number): string {
  if (value === 0) return '0';
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(3)));
}

/** The rule a chart shows, if the design has one over the same columns. */
export function ruleOfChart(chart: Chart, design: DatasetDesign): Constraint | undefined {
  return design.constraints.find(
    (constraint) =>
      (constraint.kind === 'linear' ||
        constraint.kind === 'correlation' ||
        constraint.kind === 'monotone') &&
      constraint.x === chart.x &&
      constraint.y === chart.y,
  );
}

/** What was measured of a rule, and how it looks: a broken should-rule is a warning, no rows are no verdict. */
export function verdictOf(
  measure: ConstraintMeasure | undefined,
  rule: Constraint,
): { readonly tone: TagTone; readonly text: string } | undefined {
  if (measure === undefined) return undefined;
  if (measure.verdict === 'holds') return { tone: 'ok', text: measure.label };
  if (measure.verdict === 'no-rows') return { tone: 'plain', text: measure.label };
  return { tone: rule.severity === 'must' ? 'bad' : 'warn', text: measure.label };
}

export function chartCaption(options: {
  readonly chart: Chart;
  readonly design: DatasetDesign;
  readonly data: ScatterData;
  readonly measure: ConstraintMeasure | undefined;
}): string {
  const { chart, design, data, measure } = options;
  const shown = shownWords(data);
  const laws = data.fits.map(({ series, fit }) =>
    [series, lawWords(fit, chart, design)].filter((part) => part !== '').join(': '),
  );
  const verdict = measure === undefined ? [] : [`Measured: ${measure.label}.`];
  return [`${chartTitle(chart, design)}.`, shown, ...laws.map((law) => `${law}.`), ...verdict].join(
    ' ',
  );
}

/** "200 points." or "2,000 of 10,000 points." */
export function shownWords(data: ScatterData): string {
  const shown = data.points.length.toLocaleString('en');
  const total = data.totalCount.toLocaleString('en');
  return data.points.length === data.totalCount
    ? `${shown} ${data.totalCount === 1 ? 'point' : 'points'}.`
    : `${shown} of ${total} points.`;
}
