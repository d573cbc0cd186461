import { useState, type PointerEvent, type RefObject } from 'react';

export interface RowDrag {
  /** Index of the row being dragged. */
  readonly from: number;
  /** The gap it would fall into: before the row of this index. */
  readonly gap: number;
}

export interface RowDragHandlers {
  readonly drag: RowDrag | undefined;
  readonly handleProps: (index: number) => HandleProps;
}

interface HandleProps {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: () => void;
  readonly onPointerCancel: () => void;
}

/** Dragging rows of a list by a handle. Nothing moves before the row is let go. */
export function useRowDrag(
  list: RefObject<HTMLElement | null>,
  onMove: (from: number, to: number) => void,
): RowDragHandlers {
  const [drag, setDrag] = useState<RowDrag | undefined>(undefined);
  const handleProps = (index: number): HandleProps => ({
    onPointerDown: (event) => {
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ from: index, gap: index });
    },
    onPointerMove: (event) => {
      if (drag === undefined || list.current === null) return;
      setDrag({ from: drag.from, gap: gapAt(list.current, event.clientY) });
    },
    onPointerUp: () => {
      setDrag(undefined);
      if (drag === undefined) return;
      const to = drag.gap > drag.from ? drag.gap - 1 : drag.gap;
      if (to !== drag.from) onMove(drag.from, to);
    },
    onPointerCancel: () => setDrag(undefined),
  });
  return { drag, handleProps };
}

function gapAt(list: HTMLElement, y: number): number {
  const rows = [...list.children];
  const below = rows.findIndex((row) => {
    const { top, height } = row.getBoundingClientRect();
    return y < top + height / 2;
  });
  return below < 0 ? rows.length : below;
}
