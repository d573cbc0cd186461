import { useView } from '#state/react.tsx';

/** A click on a point shows its row in the grid. */
export function useShowRow(): (row: number) => void {
  const actions = useView((view) => view.actions);
  return (row) => {
    actions.set({ dataTab: 'rows', phonePane: 'data', shownRow: row });
  };
}
