import { styled } from '@mui/material/styles';
import Palette from 'lucide-react/icons/palette';
import { isGroupColumn } from '#core/design/create-chart.ts';
import { useDesign } from '#state/react.tsx';
import { MenuButton } from '#ui/actions/menu-button.tsx';
import { AddChart } from './add-chart.tsx';
import { seriesColumn } from '#core/design/shown-charts.ts';
import { useChartEdits } from './use-chart-edits.ts';

const Actions = styled('div')({ display: 'flex', alignItems: 'center', gap: 4, minHeight: 38 });

/** Beside the tabs while charts are shown: what the colours stand for, and new charts. */
export function ChartActions() {
  const groups = useDesign(({ design }) => design.columns.filter(isGroupColumn));
  const current = useDesign(({ design }) => seriesColumn(design));
  const canColour = useDesign(({ design }) => design.charts.some(({ kind }) => kind === 'scatter'));
  const edits = useChartEdits();
  const name = groups.find(({ id }) => id === current)?.name;
  return (
    <Actions>
      {canColour && (
        <MenuButton
          label="Colour by"
          glyph={Palette}
          align="right"
          aside={name ?? 'nothing'}
          description={name ?? 'nothing'}
          entries={[
            ...groups.map((column) => ({
              kind: 'action' as const,
              label: column.name,
              selected: column.id === current,
              onSelect: () => edits.colourBy(column.id),
            })),
            {
              kind: 'action',
              label: 'nothing',
              selected: current === undefined,
              onSelect: () => edits.colourBy(undefined),
            },
          ]}
        />
      )}
      <AddChart />
    </Actions>
  );
}
