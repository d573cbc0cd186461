import { useEffect, useEffectEvent } from 'react';

/** Shows a cell when it is named, and again whenever the grid gets another size: a drawer opens beside it. */
export function useKeptInView(
  element: HTMLElement | null,
  cell: { readonly row: number; readonly columnKey: string } | undefined,
  scrollTo: (row: number, columnKey: string) => void,
): void {
  const show = useEffectEvent(scrollTo);
  const { row, columnKey } = cell ?? {};
  useEffect(() => {
    if (element === null || row === undefined || columnKey === undefined) return undefined;
    const observer = new ResizeObserver(() => show(row, columnKey));
    observer.observe(element);
    return () => observer.disconnect();
  }, [element, row, columnKey]);
}
