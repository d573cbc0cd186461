import { styled } from '@mui/material/styles';
import Check from 'lucide-react/icons/check';
import { Icon } from '#ui/icon/icon.tsx';
import { FORCED } from '#ui/theme/surface.ts';
import { tokenVar } from '#ui/theme/tokens.ts';

const Box = styled('span')({
  display: 'grid',
  placeItems: 'center',
  width: 15,
  height: 15,
  borderRadius: 4,
  color: tokenVar('on-ink'),
  boxShadow: `inset 0 0 0 1.5px ${tokenVar('line-3')}`,
  '&[data-on=true]': { backgroundColor: tokenVar('ink-fill'), boxShadow: 'none' },
  [FORCED]: { border: '1px solid ButtonText' },
});

/** The drawing inside a checkbox; the control around it is a real one. */
export function CheckboxBox({ checked }: { readonly checked: boolean }) {
  return <Box data-on={checked}>{checked && <Icon glyph={Check} size={11} />}</Box>;
}
