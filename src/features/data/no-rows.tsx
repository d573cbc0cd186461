import { hasErrors } from '#core/base/diagnostic.ts';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { GhostRows } from '#ui/feedback/ghost-rows.tsx';
import { SkeletonRows } from '#ui/feedback/skeleton-rows.tsx';
import { useDataset, useDesign } from '#state/react.tsx';

/** What stands in a grid without rows: lines of their size while they come, otherwise why there are none. */
export function NoRows() {
  const summary = useDataset((state) => state.summary);
  const isBlocked = useDesign((state) => hasErrors(state.diagnostics));
  if (summary === undefined && !isBlocked)
    return <SkeletonRows label="Rows are being drawn" rows={8} />;
  const isFiltered = (summary?.rowCount ?? 0) > 0;
  return (
    <EmptyState title={isFiltered ? 'No row found' : 'No rows yet'} figure={<GhostRows />}>
      {isFiltered ? 'None fits the search and the filters.' : reason(isBlocked)}
    </EmptyState>
  );
}

function reason(isBlocked: boolean): string {
  return isBlocked
    ? 'The design has errors. They are listed under Problems.'
    : 'Add a column, or ask for more than 0 rows.';
}
