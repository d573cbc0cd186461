import { styled } from '@mui/material/styles';
import Check from 'lucide-react/icons/check';
import type { ReactNode } from 'react';
import { Icon } from '#ui/icon/icon.tsx';
import { FORCED } from '#ui/theme/surface.ts';
import { tokenVar } from '#ui/theme/tokens.ts';

export type TagTone = 'ok' | 'warn' | 'bad' | 'plain' | 'demo';

const COLOURS: Readonly<Record<TagTone, { readonly back: string; readonly text: string }>> = {
  ok: { back: tokenVar('green-soft'), text: tokenVar('green') },
  warn: { back: tokenVar('amber-soft'), text: tokenVar('amber') },
  bad: { back: tokenVar('red-soft'), text: tokenVar('red') },
  plain: { back: tokenVar('press'), text: tokenVar('ink-2') },
  demo: { back: tokenVar('amber-soft'), text: tokenVar('amber') },
};

const Plate = styled('span', { shouldForwardProp: (prop) => prop !== 'tone' })<{
  readonly tone: TagTone;
}>(({ tone }) => ({
  display: 'inline-flex',
  alignItems: 'center',
  verticalAlign: 'middle',
  flexShrink: 0,
  gap: 4,
  height: 18,
  padding: '0 6px',
  borderRadius: 4,
  fontSize: '0.6875rem',
  fontWeight: 500,
  lineHeight: '18px',
  fontVariantNumeric: 'tabular-nums',
  whiteSpace: 'nowrap',
  backgroundColor: COLOURS[tone].back,
  color: COLOURS[tone].text,
  [FORCED]: { border: '1px solid CanvasText' },
}));

interface TagProps {
  readonly tone?: TagTone;
  /** A tick before the words: for verdicts, where colour alone would carry the meaning. */
  readonly ticked?: boolean;
  readonly children: ReactNode;
}

export function Tag({ tone = 'plain', ticked = false, children }: TagProps) {
  return (
    <Plate tone={tone}>
      {ticked && <Icon glyph={Check} size={12} />}
      {children}
    </Plate>
  );
}
