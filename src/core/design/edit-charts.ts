/** Commands on the list of charts as a whole. */
import { chartSchema, type Chart } from './chart.ts';
import type { DatasetDesign } from './design.ts';
import { checkShape, refuse, withList, type EditResult } from './edit-list.ts';
import { failure, success } from '#core/base/result.ts';

/** The charts in the order given, which may store charts of rules that were only shown so far. */
export function orderCharts(design: DatasetDesign, charts: readonly Chart[]): EditResult {
  const ids = new Set(charts.map(({ id }) => id));
  if (ids.size < charts.length)
    return refuse('duplicate-id', ['charts'], 'Two charts have the same id.');
  const problems = charts.flatMap((chart, index) =>
    checkShape(chartSchema, chart, ['charts', index]),
  );
  return problems.length > 0 ? failure(problems) : success(withList(design, 'charts', charts));
}

/** A rule takes the charts along that were its own. */
export function withoutRuleCharts(design: DatasetDesign, ruleId: string): DatasetDesign {
  const kept = design.charts.filter((chart) => chart.kind !== 'rule' || chart.rule !== ruleId);
  return kept.length === design.charts.length ? design : withList(design, 'charts', kept);
}
