import { useCallback, useState } from 'react';
import type { DataGridViewProps } from '#ui/grid/data-grid-view.tsx';
import { useWorkbench } from '#state/react.tsx';
import { clipboardText } from './clipboard-text.ts';
import { actWords, cellsWords } from './act-words.ts';
import { actKeys, copyCells, pasteCells, performAct } from './grid-acts.ts';

/** Editing in place, by clipboard and by key. */
export function useEditing(shown: {
  readonly rows: readonly number[];
  readonly columnKeys: readonly string[];
}) {
  const workbench = useWorkbench();
  const { edits } = workbench;
  const [said, setSaid] = useState('');
  const editText = useCallback(
    (row: number, key: string) => clipboardText(workbench.rows.cell(row, key)?.value),
    [workbench],
  );
  const onEdit = useCallback(
    (row: number, columnId: string, value: string) => edits.edit([{ row, columnId, value }]),
    [edits],
  );
  return {
    editText,
    onEdit,
    editProblem: edits.problemOf,
    onKey: (event, cells) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return false;
      const act = Object.hasOwn(actKeys, event.key) ? actKeys[event.key] : undefined;
      if (act !== undefined) setSaid(actWords(workbench, act, cells));
      return act !== undefined;
    },
    said,
    onCopy: (cells, clipboard) => {
      copyCells(workbench, cells, clipboard);
      setSaid(`${cellsWords(cells, workbench)} copied`);
    },
    onCut: (cells, clipboard) => {
      copyCells(workbench, cells, clipboard);
      performAct(workbench, 'clear', cells);
    },
    onFill: (filling) => {
      void import('./fill-cells.ts').then(({ fillCells }) => fillCells(workbench, filling));
    },
    onPaste: (cells, text) => void pasteCells(workbench, { cells, text, shown }),
  } satisfies Partial<DataGridViewProps>;
}
