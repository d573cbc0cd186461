/** Colours of values as code, by what they are. Names stay in the ink of their text. */
import { tokenVar } from '#ui/theme/tokens.ts';

export const valueTints = {
  '& [data-value=string]': { color: tokenVar('green') },
  '& [data-value=number]': { color: tokenVar('amber') },
  '& [data-value=literal]': { color: tokenVar('ink-3') },
} as const;
