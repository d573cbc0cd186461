import { useRef, useState } from 'react';
import { useDesign, useWorkbench } from '#state/react.tsx';
import { VisuallyHidden } from '#ui/layout/visually-hidden.tsx';
import { LineList } from '#features/designer/shared/layout.ts';
import { useEdit } from '#features/designer/shared/use-edit.ts';
import { ColumnRow } from './column-row.tsx';
import { useRowDrag } from './use-row-drag.ts';

export function ColumnList() {
  const { stores } = useWorkbench();
  const edit = useEdit();
  const columnIds = useDesign((state) => state.design.columns.map(({ id }) => id));
  const [moved, setMoved] = useState('');
  const list = useRef<HTMLUListElement>(null);

  const move = (from: number, to: number): void => {
    const { columns } = stores.design.getState().design;
    const column = columns[from];
    if (column === undefined || to < 0 || to >= columns.length) return;
    edit({ kind: 'move-column', columnId: column.id, toIndex: to });
    setMoved(`${column.name} is now column ${to + 1} of ${columns.length}.`);
  };
  const { drag, handleProps } = useRowDrag(list, move);

  return (
    <>
      <LineList ref={list}>
        {columnIds.map((columnId, index) => (
          <ColumnRow
            key={columnId}
            columnId={columnId}
            index={index}
            count={columnIds.length}
            drop={dropMark(drag?.gap, index, columnIds.length)}
            handle={handleProps(index)}
            onMove={(step) => move(index, index + step)}
          />
        ))}
      </LineList>
      <VisuallyHidden role="status">{moved}</VisuallyHidden>
    </>
  );
}

function dropMark(gap: number | undefined, index: number, count: number): string | undefined {
  if (gap === index) return 'before';
  return gap === count && index === count - 1 ? 'after' : undefined;
}
