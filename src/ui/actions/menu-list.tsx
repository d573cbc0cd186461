import { useState } from 'react';
import { lazyPart } from '#ui/layout/lazy-part.tsx';
import type { MenuEntry } from './menu-item-view.ts';

const MenuPopup = lazyPart(async () => (await import('./menu-popup.tsx')).MenuPopup);

export interface MenuListProps {
  readonly label: string;
  /** What the menu hangs on; null while it is closed. */
  readonly anchor: HTMLElement | null;
  readonly entries: readonly MenuEntry[];
  readonly align?: 'left' | 'right';
  readonly onClose: () => void;
}

/** A menu that costs nothing until it is first opened. */
export function MenuList(props: MenuListProps) {
  const isOpen = props.anchor !== null;
  // Once opened it stays, so that it can close in its own time and give the focus back.
  const [wasOpened, setOpened] = useState(isOpen);
  if (isOpen && !wasOpened) setOpened(true);
  return isOpen || wasOpened ? <MenuPopup {...props} /> : null;
}
