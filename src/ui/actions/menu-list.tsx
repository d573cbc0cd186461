import { useState } from 'react';
import { lazyPart } from '#ui/layout/lazy-part.tsx';
import type { MenuEntry } from './menu-item-view.ts';

const MenuTiles = lazyPart(async () => (await import('./menu-tiles.tsx')).MenuTiles);
const MenuPopup = lazyPart(async () => (await import('./menu-popup.tsx')).MenuPopup);

export interface MenuListProps {
  readonly label: string;
  /** What the menu hangs on; null while it is closed. */
  readonly anchor: HTMLElement | null;
  readonly entries: readonly MenuEntry[];
  readonly align?: 'left' | 'right';
  readonly onClose: () => void;
}

/** A menu that costs nothing until it is first opened. Entries under heads are tiles, side by side. */
export function MenuList(props: MenuListProps) {
  const isOpen = props.anchor !== null;
  // Once opened it stays, so that it can close in its own time and give the focus back.
  const [wasOpened, setOpened] = useState(isOpen);
  if (isOpen && !wasOpened) setOpened(true);
  if (!isOpen && !wasOpened) return null;
  const isGrouped = props.entries.some(({ kind }) => kind === 'head');
  return isGrouped ? <MenuTiles {...props} /> : <MenuPopup {...props} />;
}
