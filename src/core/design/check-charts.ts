/** Findings on charts: columns they cannot draw, and rules that are gone. */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import type { Chart } from './chart.ts';
import type { DatasetDesign } from './design.ts';
import { warningAt } from './finding.ts';
import { needNumbers, type Place } from './need-numbers.ts';

export function checkCharts(design: DatasetDesign): readonly Diagnostic[] {
  return design.charts.flatMap((chart, index) =>
    checkChart(chart, { path: ['charts', index], design }),
  );
}

function checkChart(chart: Chart, place: Place): readonly Diagnostic[] {
  switch (chart.kind) {
    case 'scatter':
      return needNumbers(chart, ['x', 'y'], place);
    case 'histogram':
      return needNumbers(chart, ['column'], place);
    case 'box':
    case 'series':
      return needNumbers(chart, ['y'], place);
    case 'rule':
      return checkRuleChart(chart.rule, place);
    default:
      return [];
  }
}

function checkRuleChart(rule: string, { path, design }: Place): readonly Diagnostic[] {
  return design.constraints.some(({ id }) => id === rule)
    ? []
    : [
        warningAt(
          [...path, 'rule'],
          'unknown-rule',
          `There is no constraint “${rule}”; the chart stays empty.`,
        ),
      ];
}
