import { styled } from '@mui/material/styles';
import type { LucideIcon } from 'lucide-react';
import CircleAlert from 'lucide-react/icons/circle-alert';
import Info from 'lucide-react/icons/info';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { ReactNode } from 'react';
import { Icon } from '#ui/icon/icon.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';

export type BannerTone = 'info' | 'warn' | 'bad';

const LOOKS: Readonly<
  Record<BannerTone, { readonly back: string; readonly text: string; readonly glyph: LucideIcon }>
> = {
  info: { back: tokenVar('sunken'), text: tokenVar('ink-2'), glyph: Info },
  warn: { back: tokenVar('amber-soft'), text: tokenVar('amber'), glyph: TriangleAlert },
  bad: { back: tokenVar('red-soft'), text: tokenVar('red'), glyph: CircleAlert },
};

const Line = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 36,
  padding: '6px 16px',
  color: tokenVar('ink'),
  borderBottom: `1px solid ${tokenVar('line')}`,
  '@media (max-width: 599.95px)': { '&[data-short=false]': { flexWrap: 'wrap' } },
  '&[data-inset=true]': { borderBottom: 0, borderRadius: 6, padding: '8px 12px' },
});

const Said = styled('div')({
  display: 'flex',
  alignItems: 'flex-start',
  gap: 8,
  flex: '1 1 200px',
  minWidth: 0,
  '[data-short=true] > &': { flexBasis: 0 },
});

/** Beside the first of several lines. */
const Figure = styled('span')({ display: 'inline-flex', alignItems: 'center', height: '1lh' });
const Words = styled('div')({ flex: 1, minWidth: 0 });

interface BannerProps {
  readonly tone?: BannerTone;
  /** A rounded block inside a form or dialog instead of a line over the whole sheet. */
  readonly inset?: boolean;
  /** Few words, which stay beside their actions on a phone. */
  readonly isShort?: boolean;
  readonly figure?: ReactNode;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** A line that stays until its cause is gone. Bad news is announced at once, the rest politely. */
export function Banner(props: BannerProps) {
  const { tone = 'info', inset = false, isShort = false, figure, children, actions } = props;
  const { back, text, glyph } = LOOKS[tone];
  return (
    <Line
      role={tone === 'bad' ? 'alert' : 'status'}
      data-inset={inset}
      data-short={isShort}
      style={{ backgroundColor: back }}
    >
      <Said>
        <Figure style={{ color: text }}>{figure ?? <Icon glyph={glyph} size={16} />}</Figure>
        <Words>{children}</Words>
      </Said>
      {actions}
    </Line>
  );
}
