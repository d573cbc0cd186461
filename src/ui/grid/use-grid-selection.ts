import { useEffect, useMemo, useRef, useState } from 'react';
import { rangeBetween, type GridPlace, type GridRange } from './grid-range.ts';

export interface GridSelection {
  /** As drawn. */
  readonly range: GridRange | undefined;
  /** Also between a press and the drawing that follows it. */
  readonly rangeNow: () => GridRange | undefined;
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

interface Ends {
  readonly anchor: GridPlace;
  readonly head: GridPlace;
}

function rangeOf(ends: Ends | undefined): GridRange | undefined {
  return ends && rangeBetween(ends.anchor, ends.head);
}

/** A rectangle from the active cell to where Shift or the mouse has drawn it. */
export function useGridSelection(): GridSelection {
  const [ends, setEnds] = useState<Ends>();
  const latest = useRef<Ends>(undefined);
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
    const select = (anchor: GridPlace, head: GridPlace): void => {
      latest.current = { anchor, head };
      setEnds(latest.current);
    };
    const extend = (head: GridPlace): void => select(latest.current?.anchor ?? head, head);
    return {
      range: rangeOf(ends),
      rangeNow: () => rangeOf(latest.current),
      head: ends?.head,
      begin: (place) => select(place, place),
      extend,
      select,
      drag: (head) => {
        if (isDragging.current) extend(head);
      },
      startDrag: () => {
        isDragging.current = true;
      },
    };
  }, [ends]);
}
