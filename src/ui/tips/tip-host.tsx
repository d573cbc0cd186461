import Popper from '@mui/material/Popper';
import { styled } from '@mui/material/styles';
import { useRef } from 'react';
import { Kbd } from '#ui/layout/kbd.tsx';
import { FORCED } from '#ui/theme/surface.ts';
import { tokenVar } from '#ui/theme/tokens.ts';
import { useTip } from './use-tip.ts';

const Box = styled('div')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 8,
  maxWidth: 320,
  margin: 6,
  padding: '5px 8px',
  borderRadius: 6,
  backgroundColor: tokenVar('raised'),
  color: tokenVar('ink'),
  boxShadow: tokenVar('shadow-2'),
  fontSize: '0.75rem',
  lineHeight: 16 / 12,
  overflowWrap: 'anywhere',
  [FORCED]: { border: '1px solid CanvasText' },
});

/** Above dialogs and menus, whose buttons have tips too. */
const zIndex = 1_500;

/** Shows the name of what is pointed at, with its keys. The element has both for screen readers by itself. */
export function TipHost() {
  const box = useRef<HTMLDivElement>(null);
  const anchor = useTip(box);
  const { tip = '', tipKeys = '' } = anchor?.dataset ?? {};
  if (anchor === undefined) return null;
  return (
    <Popper ref={box} open anchorEl={anchor} placement="bottom" style={{ zIndex }}>
      <Box>
        {tip}
        {tipKeys !== '' && <Kbd>{tipKeys}</Kbd>}
      </Box>
    </Popper>
  );
}
