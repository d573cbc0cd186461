import { useCallback, useEffect, useRef } from 'react';
import { useWorkbench } from '#state/react.tsx';

const firstWindow = 100;

/** Loads the rows in view, and again whenever they may have changed. Answers with the function to call on scroll. */
export function useLoadedRows(): (start: number, end: number) => void {
  const { rows } = useWorkbench();
  const range = useRef({ start: 0, end: firstWindow });
  const load = useCallback(
    (start: number, end: number) => {
      range.current = { start, end };
      // A failed load shows as cells that stay blank; the workbench says why.
      void rows.load(start, end).catch(() => undefined);
    },
    [rows],
  );
  useEffect(() => {
    const reload = (): void => {
      load(range.current.start, range.current.end);
    };
    reload();
    return rows.subscribe(reload);
  }, [load, rows]);
  return load;
}
