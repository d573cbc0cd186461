import { useEffect, useMemo, useState } from 'react';
import type { GridColumn } from './grid-column.ts';

export const GUTTER_WIDTH = 52;
const DEFAULT_WIDTHS = { left: 120, right: 84 } as const;

/**
 * The columns, each with a width in px: the one that grows takes what the others leave of `available`.
 * The library measures flexible columns by itself, but not while some lie outside of the screen.
 */
export function grownColumns(
  columns: readonly GridColumn[],
  available: number,
): readonly GridColumn[] {
  const widths = columns.map(
    ({ width, minWidth = 0, align = 'left' }) => width ?? Math.max(minWidth, DEFAULT_WIDTHS[align]),
  );
  const taken = widths.reduce((sum, width) => sum + width, GUTTER_WIDTH);
  const left = Math.max(0, available - taken);
  return columns.map((column, place) => ({
    ...column,
    width: (widths[place] ?? 0) + (column.grows === true ? left : 0),
  }));
}

export function useGrownColumns(
  columns: readonly GridColumn[],
  element: HTMLElement | null,
): readonly GridColumn[] {
  const [available, setAvailable] = useState(0);
  useEffect(() => {
    if (element === null) return undefined;
    const measure = (): void => setAvailable(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return useMemo(() => grownColumns(columns, available), [columns, available]);
}
