import { useMemo } from 'react';
import type { Chart } from '#core/design/chart.ts';
import { createChart, type AddableChart } from '#core/design/create-chart.ts';
import { uniqueName } from '#core/design/column-names.ts';
import type { DesignCommand } from '#core/design/command.ts';
import { shownCharts } from '#core/design/shown-charts.ts';
import { offerUndoStep } from '#state/offer-undo-step.ts';
import { useWorkbench } from '#state/react.tsx';

export interface ChartEdits {
  /** The id of the new chart; undefined when the design has no columns for it. */
  readonly add: (kind: AddableChart) => string | undefined;
  readonly update: (chart: Chart) => void;
  readonly move: (chartId: string, step: -1 | 1) => void;
  readonly remove: (chart: Chart) => void;
  /** All scatter charts of the design by one column, or by none. */
  readonly colourBy: (columnId: string | undefined) => void;
}

/** Changes of the charts of a design, each one step of the history. */
export function useChartEdits(): ChartEdits {
  const { stores } = useWorkbench();
  return useMemo(() => {
    const apply = (command: DesignCommand): boolean => {
      const [refusal] = stores.design.getState().actions.apply(command);
      if (refusal === undefined) return true;
      stores.view.getState().actions.toast({ text: refusal.message, severity: 'error' });
      return false;
    };
    return {
      add(kind) {
        const { design } = stores.design.getState();
        const chart = createChart(kind, design);
        return chart !== undefined && apply({ kind: 'add-chart', chart }) ? chart.id : undefined;
      },
      update(chart) {
        apply({ kind: 'update-chart', chart });
      },
      move(chartId, step) {
        const charts = shownCharts(stores.design.getState().design);
        const index = charts.findIndex(({ id }) => id === chartId);
        const [moved, target] = [charts[index], index + step];
        if (moved === undefined || target < 0 || target >= charts.length) return;
        const ordered = charts.toSpliced(index, 1).toSpliced(target, 0, moved);
        apply({ kind: 'order-charts', charts: storedAs(ordered) });
      },
      colourBy(columnId) {
        const { charts } = stores.design.getState().design;
        const coloured = charts.map((chart) => {
          if (chart.kind !== 'scatter') return chart;
          const { by, ...rest } = chart;
          return columnId === undefined ? rest : { ...rest, by: columnId };
        });
        apply({ kind: 'order-charts', charts: coloured });
      },
      remove(chart) {
        const { design } = stores.design.getState();
        const rule =
          chart.kind === 'rule' && design.constraints.find(({ id }) => id === chart.rule);
        // The chart of a rule comes back with the switch of its rule.
        const isDone = rule
          ? apply({ kind: 'update-constraint', constraint: { ...rule, chart: false } })
          : apply({ kind: 'delete-chart', chartId: chart.id });
        if (isDone) offerUndoStep(stores, 'The chart was removed.');
      },
    };
  }, [stores]);
}

/** The ids under which charts that were only shown so far are stored. */
function storedAs(charts: readonly Chart[]): readonly Chart[] {
  const taken = new Set<string>();
  return charts.map((chart) => {
    const id = uniqueName(chart.id, taken);
    taken.add(id);
    return { ...chart, id };
  });
}
