import { styled } from '@mui/material/styles';
import { Icon } from '#ui/icon/icon.tsx';
import { type FillGroup, fillHue } from '#ui/theme/fill-hue.ts';
import { fillGlyphOf, fillGroupOf } from './fill-kinds.ts';

const Tile = styled('span', { shouldForwardProp: (prop) => prop !== 'group' })<{
  readonly group: FillGroup;
}>(({ group }) => ({
  display: 'inline-grid',
  placeItems: 'center',
  flexShrink: 0,
  borderRadius: '27%',
  backgroundColor: fillHue(group).soft,
  color: fillHue(group).text,
}));

interface FillTileProps {
  readonly fillKind: string;
  readonly size?: number;
}

/** Colour says where a value comes from, the glyph says what it is. */
export function FillTile({ fillKind, size = 20 }: FillTileProps) {
  return (
    <Tile group={fillGroupOf(fillKind)} style={{ width: size, height: size }} aria-hidden>
      <Icon glyph={fillGlyphOf(fillKind)} size={Math.round(size * 0.62)} />
    </Tile>
  );
}
