import { type KeyboardEvent, type RefObject, useState } from 'react';
import type { DataGridHandle } from 'react-data-grid';
import type { DataGridViewProps } from './data-grid-view.tsx';

type Props = Pick<DataGridViewProps, 'columns' | 'onReorder' | 'onResize'>;

const widthStep = 16;
const leastWidth = 56;

/** Row of the heads in the library's count: bodies begin at 0. */
const headRow = -1;

/**
 * What the mouse does to a head by dragging, for the keyboard: Alt with an arrow moves the column,
 * Control with an arrow makes it narrower or wider. `said` is what has become of it.
 */
export function useHeadKeys(
  { columns, onReorder, onResize }: Props,
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

  function onKeyDownCapture(event: KeyboardEvent<HTMLElement>): void {
    const head = event.target as HTMLElement;
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined || !head.matches('.rs-head[role=columnheader]')) return;
    const place = Number(head.getAttribute('aria-colindex')) - 2;
    if (event.altKey) move(place, step);
    else if (event.ctrlKey || event.metaKey)
      resize(place, head.getBoundingClientRect().width + step * widthStep);
    else return;
    // The library would go on to the next head, or keep a width that is not ours.
    event.preventDefault();
    event.stopPropagation();
  }

  return { said, onKeyDownCapture };
}
