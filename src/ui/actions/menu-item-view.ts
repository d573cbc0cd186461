import type { LucideIcon } from 'lucide-react';

export interface MenuAction {
  readonly kind: 'action';
  readonly label: string;
  readonly glyph?: LucideIcon;
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

export type MenuEntry = MenuAction | MenuRule;
