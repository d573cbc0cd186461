import { styled } from '@mui/material/styles';
import Trash2 from 'lucide-react/icons/trash-2';
import { formatPath } from '#core/base/diagnostic.ts';
import { useDesign } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { useChartEdits } from './use-chart-edits.ts';

const Line = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  marginBottom: 10,
  color: tokenVar('ink-2'),
});

/** Charts of rules that are gone: there is nothing to draw, and no card to take them away by. */
export function LostCharts() {
  const charts = useDesign(({ design }) => design.charts);
  const rules = useDesign(({ design }) => design.constraints);
  const edits = useChartEdits();
  return charts.map((chart, index) => {
    if (chart.kind !== 'rule' || rules.some(({ id }) => id === chart.rule)) return null;
    return (
      <Line key={chart.id} data-path={formatPath(['charts', index, 'rule'])}>
        {`Chart ${index + 1} shows the rule “${chart.rule}”, which is not there.`}
        <Button tone="ghost" size="small" glyph={Trash2} onClick={() => edits.remove(chart)}>
          Remove chart
        </Button>
      </Line>
    );
  });
}
