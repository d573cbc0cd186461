import { styled } from '@mui/material/styles';
import { fillHue } from '#ui/theme/fill-hue.ts';
import type { GridBand } from './grid-column.ts';

const Band = styled('div')({
  height: 'calc(100% - 5px)',
  margin: '5px 3px 0',
  padding: '1px 5px 0',
  borderTop: '2px solid',
  fontSize: '0.6875rem',
  fontWeight: 500,
  lineHeight: '16px',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
});

/** One line in the hue of its origin, over all columns that share it. */
export function BandHead({ band }: { readonly band: GridBand }) {
  const hue = fillHue(band.group);
  return <Band style={{ borderColor: hue.line, color: hue.text }}>{band.label}</Band>;
}
