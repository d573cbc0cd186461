/** Which charts a design shows: its own, and one for every rule that wants its proof drawn and has none yet. */
import type { Chart } from './chart.ts';
import { createNamer } from './column-names.ts';
import type { Constraint } from './constraint.ts';
import type { DatasetDesign } from './design.ts';

/**
 * The stored charts in their order, then the charts of rules, in theirs. A stored chart of a rule whose
 * `chart` is off, or that is gone, is not among them. Ids are unique; those of rule charts are the same every time.
 */
export function shownCharts(design: DatasetDesign): readonly Chart[] {
  const rules = new Map(design.constraints.map((rule) => [rule.id, rule]));
  const stored = design.charts.filter(
    (chart) => chart.kind !== 'rule' || rules.get(chart.rule)?.chart === true,
  );
  const namer = createNamer(new Set(design.charts.map(({ id }) => id)));
  const drawn = new Set<string>();
  const automatic = design.constraints.flatMap((rule) => {
    if (!rule.chart || design.charts.some((c) => shows(c, rule))) return [];
    // The rules on the shares of one column are drawn in one picture.
    const key = rule.kind === 'share' ? `share ${rule.column}` : rule.id;
    if (drawn.has(key)) return [];
    drawn.add(key);
    return [{ id: namer(`rule-${rule.id}`), kind: 'rule' as const, rule: rule.id }];
  });
  return [...stored, ...automatic];
}

/** The rule that a chart proves: its own, or one over the same columns. */
export function ruleOfChart(chart: Chart, design: DatasetDesign): Constraint | undefined {
  if (chart.kind === 'rule') return design.constraints.find(({ id }) => id === chart.rule);
  return design.constraints.find((rule) => shows(chart, rule));
}

/** Whether a stored chart makes another one for the rule superfluous. */
function shows(chart: Chart, rule: Constraint): boolean {
  switch (chart.kind) {
    case 'rule':
      return chart.rule === rule.id;
    case 'scatter':
      return isPair(rule) && chart.x === rule.x && chart.y === rule.y;
    case 'histogram':
      return rule.kind === 'range' && chart.column === rule.column;
    case 'shares':
      return rule.kind === 'share' && chart.columns.includes(rule.column);
    default:
      return false;
  }
}

function isPair(
  rule: Constraint,
): rule is Extract<Constraint, { kind: 'linear' | 'correlation' | 'monotone' }> {
  return rule.kind === 'linear' || rule.kind === 'correlation' || rule.kind === 'monotone';
}

/** The column whose values are series, with one colour each on the whole screen: that of the first scatter chart with groups. */
export function seriesColumn(design: DatasetDesign): string | undefined {
  for (const chart of shownCharts(design)) {
    if (chart.kind === 'scatter' && chart.by !== undefined) return chart.by;
    const rule = chart.kind === 'rule' ? ruleOfChart(chart, design) : undefined;
    if (rule !== undefined && isPair(rule) && rule.by !== undefined) return rule.by;
  }
  return undefined;
}
