import type { LucideIcon } from 'lucide-react';

/** Width of every drawn line, whatever the glyph's size. */
const LINE = 1.3;
const LUCIDE_GRID = 24;

interface IconProps {
  readonly glyph: LucideIcon;
  /** 16 buttons, 15 lists and small buttons, 13 headers and inline, 12 cells. */
  readonly size?: number;
  readonly className?: string;
}

/** Decorative by rule: the control or text beside it carries the name. */
export function Icon({ glyph: Glyph, size = 16, className = '' }: IconProps) {
  return (
    <Glyph
      aria-hidden
      focusable="false"
      className={className}
      size={size}
      strokeWidth={(LINE * LUCIDE_GRID) / size}
      style={{ flexShrink: 0, display: 'block' }}
    />
  );
}
