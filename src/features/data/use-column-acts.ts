import { type RefObject, useCallback } from 'react';
import { findColumn } from '#core/design/design.ts';
import type { DataGridViewHandle, DataGridViewProps } from '#ui/grid/data-grid-view.tsx';
import { useView, useWorkbench } from '#state/react.tsx';
import { loadMenus, type OpenMenu } from './open-menu.ts';
import { moved } from './moved-column.ts';
import { useGridSettings } from './use-grid-settings.ts';

interface ColumnActsParts {
  readonly columnKeys: readonly string[];
  readonly setMenu: (menu: OpenMenu) => void;
  readonly grid: RefObject<DataGridViewHandle | null>;
}

/** Sorting, order and width of columns, and the menu that has the rest. */
export function useColumnActs({ columnKeys, setMenu, grid: handle }: ColumnActsParts) {
  const workbench = useWorkbench();
  const query = useView((view) => view.query);
  const { set } = useView((view) => view.actions);
  const grid = useGridSettings();
  const { settings, change } = grid;
  const onHeadMenu = useCallback(
    (columnId: string, anchor: HTMLElement) => {
      const setQuery = (next: typeof query): void => set({ query: next });
      const openFilter = (): void => set({ filterColumn: columnId });
      const fit = (): void => handle.current?.fitColumn(columnId);
      const parts = { workbench, grid, columnKeys, query, setQuery, openFilter, fit };
      const { design } = workbench.stores.design.getState();
      const label = `Column ${findColumn(design, columnId)?.name ?? ''}`;
      void loadMenus().then(({ headMenu }) =>
        setMenu({ anchor, label, entries: headMenu(columnId, parts) }),
      );
    },
    [workbench, grid, columnKeys, query, set, setMenu, handle],
  );
  return {
    onHeadMenu,
    sort: query.sort && { ...query.sort, columnKey: query.sort.columnId },
    onSort: (next) => {
      const sort = next && { columnId: next.columnKey, isDescending: next.isDescending };
      set({ query: { ...query, sort } });
    },
    onReorder: (from, to) => {
      const step = columnKeys.indexOf(to) - columnKeys.indexOf(from);
      change({ order: moved(columnKeys, from, step) });
    },
    onResize: (key, width) => change({ widths: { ...settings.widths, [key]: width } }),
  } satisfies Partial<DataGridViewProps>;
}
