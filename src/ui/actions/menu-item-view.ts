import type { LucideIcon } from 'lucide-react';
import type { FillGroup } from '#ui/theme/fill-hue.ts';

export interface MenuAction {
  readonly kind: 'action';
  readonly label: string;
  readonly glyph?: LucideIcon;
  /** Drawn as the tile of this kind of fill where entries are tiles. */
  readonly fillKind?: string;
  /** A quiet second text after the label. */
  readonly secondary?: string;
  readonly shortcut?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly selected?: boolean;
  readonly onSelect: () => void;
}

export interface MenuRule {
  readonly kind: 'rule';
}

/** Says what the entries after it have in common. */
export interface MenuHead {
  readonly kind: 'head';
  readonly label: string;
  readonly secondary: string;
  readonly group: FillGroup;
}

export type MenuEntry = MenuAction | MenuRule | MenuHead;
