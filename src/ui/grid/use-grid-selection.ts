import { useEffect, useMemo, useRef, useState } from 'react';
import { rangeBetween, type GridPlace, type GridRange } from './grid-range.ts';

export interface GridSelection {
  readonly range: GridRange | undefined;
  /** Where the keyboard is, and where a range that is drawn ends. */
  readonly head: GridPlace | undefined;
  /** The one active cell: a range of one. */
  readonly begin: (place: GridPlace) => void;
  readonly extend: (head: GridPlace) => void;
  readonly select: (anchor: GridPlace, head: GridPlace) => void;
  /** Extends while the mouse button is held. */
  readonly drag: (head: GridPlace) => void;
  readonly startDrag: () => void;
}

/** A rectangle from the active cell to where Shift or the mouse has drawn it. */
export function useGridSelection(): GridSelection {
  const [ends, setEnds] = useState<{ readonly anchor: GridPlace; readonly head: GridPlace }>();
  const isDragging = useRef(false);
  useEffect(() => {
    const stop = (): void => {
      isDragging.current = false;
    };
    window.addEventListener('mouseup', stop);
    return () => {
      window.removeEventListener('mouseup', stop);
    };
  }, []);
  return useMemo(() => {
    const extend = (head: GridPlace): void => {
      setEnds((before) => ({ anchor: before?.anchor ?? head, head }));
    };
    return {
      range: ends && rangeBetween(ends.anchor, ends.head),
      head: ends?.head,
      begin: (place) => setEnds({ anchor: place, head: place }),
      extend,
      select: (anchor, head) => setEnds({ anchor, head }),
      drag: (head) => {
        if (isDragging.current) extend(head);
      },
      startDrag: () => {
        isDragging.current = true;
      },
    };
  }, [ends]);
}
