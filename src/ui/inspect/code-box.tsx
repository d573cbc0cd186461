import { styled } from '@mui/material/styles';
import { FONT_MONO } from '#ui/theme/font-families.ts';
import { focusRing } from '#ui/theme/surface.ts';
import { tokenVar } from '#ui/theme/tokens.ts';

const Box = styled('pre')({
  margin: 0,
  padding: '9px 12px',
  borderRadius: 8,
  backgroundColor: tokenVar('sunken'),
  boxShadow: `inset 0 0 0 1px ${tokenVar('line')}`,
  color: tokenVar('ink'),
  fontFamily: FONT_MONO,
  fontSize: '0.71875rem',
  lineHeight: '18px',
  letterSpacing: '-0.03em',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  maxHeight: 420,
  overflow: 'auto',
  '&:focus-visible': focusRing,
});

interface CodeBoxProps {
  /** The accessible name: what the text is. */
  readonly label: string;
  readonly text: string;
}

/** Text as it is, never interpreted. Scrolls by keyboard when it is long. */
export function CodeBox({ label, text }: CodeBoxProps) {
  return (
    <Box role="region" aria-label={label} tabIndex={0}>
      {text}
    </Box>
  );
}
