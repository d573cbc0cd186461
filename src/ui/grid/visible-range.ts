import { useCallback, useEffect, useRef } from 'react';

export interface RangeGeometry {
  readonly rowHeight: number;
  readonly headHeight: number;
  readonly rowCount: number;
}

/** Rows on screen, end exclusive, cut off parts included. */
export function visibleRange(
  element: Pick<HTMLElement, 'scrollTop' | 'clientHeight'>,
  { rowHeight, headHeight, rowCount }: RangeGeometry,
): readonly [start: number, end: number] {
  const bodyHeight = Math.max(0, element.clientHeight - headHeight);
  const start = Math.min(rowCount, Math.max(0, Math.floor(element.scrollTop / rowHeight)));
  const end = Math.min(rowCount, Math.ceil((element.scrollTop + bodyHeight) / rowHeight));
  return [start, Math.max(start, end)];
}

type RangeListener = (start: number, end: number) => void;

/** Tells the listener the range on screen, once per change of it. Returns what to call on scroll. */
export function useVisibleRange(
  element: HTMLElement | null,
  geometry: RangeGeometry,
  listener: RangeListener | undefined,
): () => void {
  const told = useRef<readonly [number, number]>([-1, -1]);
  const { rowHeight, headHeight, rowCount } = geometry;
  const report = useCallback(() => {
    if (element === null || listener === undefined) return;
    const [start, end] = visibleRange(element, { rowHeight, headHeight, rowCount });
    if (told.current[0] === start && told.current[1] === end) return;
    told.current = [start, end];
    listener(start, end);
  }, [element, listener, rowHeight, headHeight, rowCount]);

  useEffect(() => {
    report();
    if (element === null) return undefined;
    const observer = new ResizeObserver(report);
    observer.observe(element);
    return () => observer.disconnect();
  }, [element, report]);
  return report;
}
