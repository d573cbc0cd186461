import { Button } from '#ui/actions/button.tsx';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { GhostRows } from '#ui/feedback/ghost-rows.tsx';
import { useDataset, useDesign, useWorkbench } from '#state/react.tsx';

/** Why the grid shows no row, and what brings some. */
export function EmptyRows() {
  const hasColumns = useDesign((state) => state.design.columns.length > 0);
  const isFiltered = useDataset((state) => (state.summary?.rowCount ?? 0) > 0);
  if (!hasColumns) return <NoColumns />;
  return (
    <EmptyState title={isFiltered ? 'No row found' : 'No rows yet'} figure={<GhostRows />}>
      {isFiltered ? 'None fits the search and the filters.' : 'Ask for more than 0 rows.'}
    </EmptyState>
  );
}

function NoColumns() {
  const { stores, now } = useWorkbench();
  const showColumns = (): void => {
    const revealed = { path: 'columns', atMs: now() };
    stores.view.getState().actions.set({ designTab: 'form', phonePane: 'design', revealed });
  };
  return (
    <EmptyState
      title="No columns yet"
      figure={<GhostRows />}
      actions={
        <Button size="small" onClick={showColumns}>
          Add column
        </Button>
      }
    >
      Rows are made of columns. Begin with one that is drawn here, or one that a model writes.
    </EmptyState>
  );
}
