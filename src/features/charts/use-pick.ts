import { useMemo } from 'react';
import { everyRow } from '#core/rows/row-query.ts';
import { useWorkbench } from '#state/react.tsx';
import type { PickTarget } from './chart-body.ts';

/** Leads from a chart to the rows it is about: one is shown, several are filtered. */
export function usePick(): (target: PickTarget | undefined) => void {
  const { stores } = useWorkbench();
  return useMemo(
    () => (target) => {
      if (target === undefined) return;
      stores.view.getState().actions.set({
        dataTab: 'rows',
        phonePane: 'data',
        ...(target.kind === 'row'
          ? { shownRow: target.row, query: everyRow }
          : { query: { ...everyRow, filters: target.filters } }),
      });
    },
    [stores],
  );
}
