import { useMemo } from 'react';
import { changeGrid } from '#state/grid-settings.ts';
import { useDesign, useSettings, useWorkbench } from '#state/react.tsx';
import { plainGrid, type GridSettings } from '#state/settings-store.ts';

export interface GridSettingsActions {
  readonly settings: GridSettings;
  readonly change: (change: Partial<GridSettings>) => void;
}

/** How the grid of the open document looks, on this device. */
export function useGridSettings(): GridSettingsActions {
  const { stores } = useWorkbench();
  const documentId = useDesign((state) => state.documentId);
  const settings = useSettings((state) => state.grids[documentId] ?? plainGrid);
  return useMemo(
    () => ({
      settings,
      change: (change) => changeGrid(stores.settings, documentId, change),
    }),
    [settings, stores, documentId],
  );
}
