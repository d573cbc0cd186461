import type { DataGridViewProps } from '#ui/grid/data-grid-view.tsx';
import { useView, useWorkbench } from '#state/react.tsx';
import { loadMenus, type OpenMenu } from './open-menu.ts';

/** The drawer and the menu of what is selected. */
export function useOpening(setMenu: (menu: OpenMenu) => void) {
  const workbench = useWorkbench();
  const isOpen = useView((view) => view.openCell !== undefined);
  const { set } = useView((view) => view.actions);
  return {
    onOpenCell: (row, columnId) => set({ openCell: { row, columnId } }),
    onActiveCellChange: (row, columnId) => {
      if (isOpen) set({ openCell: { row, columnId } });
    },
    onCellMenu: (cells, anchor) =>
      void loadMenus().then(({ cellMenu }) =>
        setMenu({ anchor, label: 'Cells', entries: cellMenu(workbench, cells) }),
      ),
  } satisfies Partial<DataGridViewProps>;
}
