import Plus from 'lucide-react/icons/plus';
import { addableCharts, createChart } from '#core/design/create-chart.ts';
import { useDesign, useView } from '#state/react.tsx';
import { MenuButton } from '#ui/actions/menu-button.tsx';
import { chartKinds } from './chart-kinds.ts';
import { useChartEdits } from './use-chart-edits.ts';

/** The menu of charts; what the design has no columns for cannot be chosen. */
export function AddChart() {
  const edits = useChartEdits();
  const actions = useView((view) => view.actions);
  const possible = useDesign(({ design }) =>
    addableCharts.filter((kind) => createChart(kind, design) !== undefined),
  );
  return (
    <MenuButton
      label="Add chart"
      glyph={Plus}
      align="right"
      entries={addableCharts.map((kind) => ({
        kind: 'action',
        label: chartKinds[kind].label,
        secondary: chartKinds[kind].about,
        glyph: chartKinds[kind].glyph,
        disabled: !possible.includes(kind),
        onSelect: () => {
          actions.set({ openChart: edits.add(kind) });
        },
      }))}
    />
  );
}
