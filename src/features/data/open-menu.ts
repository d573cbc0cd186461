import type { MenuEntry } from '#ui/actions/menu-item-view.ts';

/** A menu of the grid, where it stands and what it holds. */
export interface OpenMenu {
  readonly anchor: HTMLElement;
  readonly label: string;
  readonly entries: readonly MenuEntry[];
}

export const loadMenus = () => import('./grid-menus.ts');
