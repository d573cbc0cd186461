import { useMemo } from 'react';
import { useRowsVersion, useWorkbench } from '#state/react.tsx';

/** Row numbers as the grid shows them; the same list as long as nothing has moved. */
export function useGridRows(): readonly number[] {
  const { rows } = useWorkbench();
  useRowsVersion();
  const { order, rowCount } = rows;
  return useMemo(
    () => (order === undefined ? Array.from({ length: rowCount }, (_, row) => row) : [...order]),
    [order, rowCount],
  );
}
