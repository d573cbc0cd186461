import { useMemo } from 'react';
import { everyRow } from '#core/rows/row-query.ts';
import { useWorkbench } from '#state/react.tsx';

/** Leads to rows in the grid: one is gone to, several are all that is shown until the filter is taken away. */
export function useShowRows(): (rows: readonly number[], label: string) => void {
  const { stores } = useWorkbench();
  return useMemo(
    () => (rows, label) => {
      const { actions } = stores.view.getState();
      const [first, second] = rows;
      if (first === undefined) return;
      actions.set({
        dataTab: 'rows',
        phonePane: 'data',
        ...(second === undefined
          ? { shownRow: first, query: everyRow }
          : { query: { ...everyRow, filters: [{ kind: 'rows', label, rows }] } }),
      });
    },
    [stores],
  );
}
