import CircleX from 'lucide-react/icons/circle-x';
import Info from 'lucide-react/icons/info';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { Severity } from '#core/base/diagnostic.ts';
import { Icon } from '#ui/icon/icon.tsx';
import { VisuallyHidden } from '#ui/layout/visually-hidden.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';

const looks = {
  error: { glyph: CircleX, colour: tokenVar('red'), word: 'Error: ' },
  warning: { glyph: TriangleAlert, colour: tokenVar('amber'), word: 'Warning: ' },
  info: { glyph: Info, colour: tokenVar('ink-3'), word: 'Note: ' },
} as const;

export function SeverityMark({ severity }: { readonly severity: Severity }) {
  const { glyph, colour, word } = looks[severity];
  return (
    <span style={{ color: colour, flexShrink: 0 }}>
      <Icon glyph={glyph} size={15} />
      <VisuallyHidden>{word}</VisuallyHidden>
    </span>
  );
}
