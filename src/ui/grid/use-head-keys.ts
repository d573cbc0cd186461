import { type KeyboardEvent, type RefObject, useState } from 'react';
import type { DataGridHandle } from 'react-data-grid';
import type { DataGridViewProps } from './data-grid-view.tsx';

type Props = Pick<DataGridViewProps, 'columns' | 'onReorder' | 'onResize' | 'onHeadMenu'>;

const widthStep = 16;
const leastWidth = 56;

/** Row of the heads in the library's count: bodies begin at 0. */
const headRow = -1;

/**
 * What the mouse does to a head, for the keyboard: Alt with a side arrow moves the column, Control with
 * one makes it narrower or wider, Alt with the arrow down opens its menu. The library tells of keys in
 * the body only. `said` is what has become of it.
 */
export function useHeadKeys(
  { columns, onReorder, onResize, onHeadMenu }: Props,
  grid: RefObject<DataGridHandle | null>,
) {
  const [said, setSaid] = useState('');

  function move(place: number, step: number): void {
    const [column, other] = [columns[place], columns[place + step]];
    if (column === undefined || other === undefined || onReorder === undefined) return;
    onReorder(column.key, other.key);
    grid.current?.setActivePosition(
      { rowIdx: headRow, idx: place + step + 1 },
      { shouldFocus: true },
    );
    setSaid(`${column.name} is now column ${place + step + 1} of ${columns.length}`);
  }

  function resize(place: number, width: number): void {
    const column = columns[place];
    if (column === undefined || onResize === undefined) return;
    onResize(column.key, Math.max(leastWidth, Math.round(width)));
  }

  function act(event: KeyboardEvent, head: HTMLElement): boolean {
    const place = Number(head.getAttribute('aria-colindex')) - 2;
    const column = columns[place];
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (column === undefined) return false;
    if (asksForMenu(event)) onHeadMenu?.(column.key, head);
    else if (step === undefined) return false;
    else if (event.altKey) move(place, step);
    else if (event.ctrlKey || event.metaKey)
      resize(place, head.getBoundingClientRect().width + step * widthStep);
    else return false;
    return true;
  }

  function onKeyDownCapture(event: KeyboardEvent<HTMLElement>): void {
    const head = event.target as HTMLElement;
    // Tab leaves the grid from its heads as well; the library would go on to the next one.
    if (event.key === 'Tab' && head.matches('[role=columnheader]')) event.stopPropagation();
    if (!head.matches('.rs-head[role=columnheader]') || !act(event, head)) return;
    // The library would go on to the next head, or keep a width that is not ours.
    event.preventDefault();
    event.stopPropagation();
  }

  return { said, onKeyDownCapture };
}

function asksForMenu({ key, altKey, shiftKey }: KeyboardEvent): boolean {
  if (key === 'ContextMenu') return true;
  return (altKey && key === 'ArrowDown') || (shiftKey && key === 'F10');
}
