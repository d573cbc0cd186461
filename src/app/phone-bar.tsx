import { styled } from '@mui/material/styles';
import ChartScatter from 'lucide-react/icons/chart-scatter';
import ListChecks from 'lucide-react/icons/list-checks';
import Rows3 from 'lucide-react/icons/rows-3';
import Send from 'lucide-react/icons/send';
import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal';
import { Icon } from '#ui/icon/icon.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { useView } from '#state/react.tsx';
import type { ViewState } from '#state/view-store.ts';

const Bar = styled('nav')({
  display: 'grid',
  gridTemplateColumns: 'repeat(5, 1fr)',
  paddingBottom: 'env(safe-area-inset-bottom)',
  borderTop: `1px solid ${tokenVar('line')}`,
  backgroundColor: tokenVar('sheet'),
});

const Item = styled('button')({
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  justifyContent: 'center',
  gap: 2,
  height: 56,
  border: 0,
  background: 'none',
  font: 'inherit',
  fontSize: '0.6875rem',
  color: tokenVar('ink-3'),
  '&[aria-current=page]': { color: tokenVar('ink'), fontWeight: 600 },
});

const items = [
  { label: 'Rows', glyph: Rows3, to: { phonePane: 'data', dataTab: 'rows' } },
  { label: 'Charts', glyph: ChartScatter, to: { phonePane: 'data', dataTab: 'charts' } },
  { label: 'Quality', glyph: ListChecks, to: { phonePane: 'data', dataTab: 'quality' } },
  { label: 'Requests', glyph: Send, to: { phonePane: 'data', dataTab: 'requests' } },
  { label: 'Design', glyph: SlidersHorizontal, to: { phonePane: 'design' } },
] as const;

/** The places of a narrow screen. */
export function PhoneBar() {
  const view = useView((state) => state);
  return (
    <Bar aria-label="Places">
      {items.map(({ label, glyph, to }) => (
        <Item
          key={label}
          type="button"
          aria-current={isShown(view, to) ? 'page' : undefined}
          onClick={() => {
            view.actions.set(to);
          }}
        >
          <Icon glyph={glyph} size={20} />
          {label}
        </Item>
      ))}
    </Bar>
  );
}

function isShown(view: ViewState, to: (typeof items)[number]['to']): boolean {
  if (view.phonePane !== to.phonePane) return false;
  return !('dataTab' in to) || view.dataTab === to.dataTab;
}
