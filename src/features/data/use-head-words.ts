import { useCallback } from 'react';
import { findColumn } from '#core/design/design.ts';
import { useWorkbench } from '#state/react.tsx';
import { columnMarks, marksWords } from './cell-marks.ts';

/** What the head of a column says of its cells, for those who do not see its chip. Read anew whenever cells are. */
export function useHeadWords(): (columnId: string) => string {
  const { stores } = useWorkbench();
  return useCallback(
    (columnId) => {
      const { design, marks } = stores.design.getState();
      const column = findColumn(design, columnId);
      return column === undefined ? '' : marksWords(columnMarks(design, marks, column));
    },
    [stores],
  );
}
