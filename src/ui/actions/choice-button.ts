import { tokenVar } from '#ui/theme/tokens.ts';

/** What the buttons of tabs and of segments have in common: words without a frame, darker when pointed at. */
export const choiceButton = {
  display: 'inline-flex',
  alignItems: 'center',
  gap: 6,
  border: 0,
  background: 'none',
  color: tokenVar('ink-2'),
  font: 'inherit',
  fontWeight: 500,
  letterSpacing: 'inherit',
  whiteSpace: 'nowrap',
  cursor: 'pointer',
  '&:hover': { color: tokenVar('ink') },
} as const;
