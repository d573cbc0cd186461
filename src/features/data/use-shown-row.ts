import { type RefObject, useEffect, useState } from 'react';
import type { DataGridViewHandle } from '#ui/grid/data-grid-view.tsx';
import { useView } from '#state/react.tsx';

/** Goes once to a row that asked to be shown, and answers with the row that did so last. */
export function useShownRow(
  grid: RefObject<DataGridViewHandle | null>,
  firstColumnId: string | undefined,
): number | undefined {
  const asked = useView((view) => view.shownRow);
  const column = useView((view) => view.shownColumn);
  const actions = useView((view) => view.actions);
  const [shown, setShown] = useState(asked);
  if (asked !== undefined && asked !== shown) setShown(asked);
  useEffect(() => {
    if (asked === undefined || firstColumnId === undefined) return;
    grid.current?.scrollToRow(asked);
    grid.current?.focusCell(asked, column ?? firstColumnId);
    // Asked for once: coming back to the grid later does not take the keyboard there again.
    actions.set({ shownRow: undefined, shownColumn: undefined });
  }, [actions, grid, asked, column, firstColumnId]);
  return shown;
}
