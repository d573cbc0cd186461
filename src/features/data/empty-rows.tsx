import { hasErrors } from '#core/base/diagnostic.ts';
import { Button } from '#ui/actions/button.tsx';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { GhostRows } from '#ui/feedback/ghost-rows.tsx';
import { SkeletonRows } from '#ui/feedback/skeleton-rows.tsx';
import { useDataset, useDesign, useWorkbench } from '#state/react.tsx';

/** What stands in a grid without rows: lines of their size while they come, otherwise why there are none and what brings some. */
export function EmptyRows() {
  const hasColumns = useDesign((state) => state.design.columns.length > 0);
  const isBlocked = useDesign((state) => hasErrors(state.diagnostics));
  const rowCount = useDataset((state) => state.summary?.rowCount);
  const deleted = useDataset((state) => state.summary?.excludedRows ?? 0);
  if (!hasColumns) return <NoColumns />;
  if (rowCount === undefined && !isBlocked)
    return <SkeletonRows label="Rows are being drawn" rows={8} />;
  const [title, words] = emptyWords({ rowCount: rowCount ?? 0, deleted, isBlocked });
  return (
    <EmptyState title={title} figure={<GhostRows />}>
      {words}
    </EmptyState>
  );
}

interface Emptiness {
  readonly rowCount: number;
  readonly deleted: number;
  readonly isBlocked: boolean;
}

function emptyWords({ rowCount, deleted, isBlocked }: Emptiness): readonly [string, string] {
  if (rowCount === 0) return ['No rows yet', reason(isBlocked)];
  if (deleted < rowCount) return ['No row found', 'None fits the search and the filters.'];
  return [
    'Every row is deleted',
    'Undo brings them back, and so does an earlier state in History.',
  ];
}

function reason(isBlocked: boolean): string {
  return isBlocked
    ? 'The design has errors. They are listed under Problems.'
    : 'Ask for more than 0 rows.';
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
