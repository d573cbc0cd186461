import { styled } from '@mui/material/styles';
import { Icon } from '#ui/icon/icon.tsx';
import { type FillGroup, fillHue } from '#ui/theme/fill-hue.ts';
import { FONT_MONO } from '#ui/theme/font-families.ts';
import { FORCED } from '#ui/theme/surface.ts';
import { fillGlyphOf, fillGroupOf } from './fill-kinds.ts';

const Chip = styled('span', { shouldForwardProp: (prop) => prop !== 'group' })<{
  readonly group: FillGroup;
}>(({ group }) => ({
  display: 'inline-flex',
  alignItems: 'center',
  verticalAlign: 'middle',
  gap: 4,
  height: 18,
  maxWidth: 160,
  padding: '0 5px',
  borderRadius: 4,
  fontFamily: FONT_MONO,
  fontSize: '0.71875rem',
  fontWeight: 500,
  lineHeight: '18px',
  letterSpacing: '-0.03em',
  backgroundColor: fillHue(group).soft,
  color: fillHue(group).text,
  [FORCED]: { border: '1px solid CanvasText' },
}));

const Name = styled('span')({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' });

interface ColumnChipProps {
  readonly name: string;
  readonly fillKind: string;
  readonly withGlyph?: boolean;
}

export function ColumnChip({ name, fillKind, withGlyph = false }: ColumnChipProps) {
  return (
    <Chip group={fillGroupOf(fillKind)} title={name}>
      {withGlyph && <Icon glyph={fillGlyphOf(fillKind)} size={12} />}
      <Name>{name}</Name>
    </Chip>
  );
}
