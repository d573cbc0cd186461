import { useSettings, useWorkbench } from './react.tsx';
import { paneLimits, type PaneSizes } from './settings-store.ts';

export interface PaneSize {
  readonly size: number;
  readonly min: number;
  readonly max: number;
  readonly onSizeChange: (size: number) => void;
}

/** What a separator needs to know of a pane, whose size is remembered on this device. */
export function usePaneSize(name: keyof PaneSizes): PaneSize {
  const { stores } = useWorkbench();
  const size = useSettings((settings) => settings.panes[name]);
  const [min, , max] = paneLimits[name];
  return {
    size,
    min,
    max,
    onSizeChange: (next) => {
      const { panes, actions } = stores.settings.getState();
      actions.update({ panes: { ...panes, [name]: next } });
    },
  };
}
