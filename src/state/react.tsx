/** The bridge to React: one context, small hooks with selectors, and a subscription to rows. */
import { createContext, use, useSyncExternalStore, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { invariant } from '#core/base/invariant.ts';
import type { DatasetState } from './dataset-store.ts';
import type { DesignState } from './design-store.ts';
import type { RunState } from './run-store.ts';
import type { SettingsState } from './settings-store.ts';
import type { ViewState } from './view-store.ts';
import type { Workbench } from './workbench.ts';

const WorkbenchContext = createContext<Workbench | undefined>(undefined);

export function WorkbenchProvider(props: { workbench: Workbench; children: ReactNode }) {
  return <WorkbenchContext value={props.workbench}>{props.children}</WorkbenchContext>;
}

export function useWorkbench(): Workbench {
  const workbench = use(WorkbenchContext);
  invariant(workbench !== undefined, 'components are inside WorkbenchProvider');
  return workbench;
}

export function useDesign<Value>(selector: (state: DesignState) => Value): Value {
  return useStore(useWorkbench().stores.design, useShallow(selector));
}

export function useRun<Value>(selector: (state: RunState) => Value): Value {
  return useStore(useWorkbench().stores.run, useShallow(selector));
}

export function useDataset<Value>(selector: (state: DatasetState) => Value): Value {
  return useStore(useWorkbench().stores.dataset, useShallow(selector));
}

export function useView<Value>(selector: (state: ViewState) => Value): Value {
  return useStore(useWorkbench().stores.view, useShallow(selector));
}

export function useSettings<Value>(selector: (state: SettingsState) => Value): Value {
  return useStore(useWorkbench().stores.settings, useShallow(selector));
}

/** Counts up whenever any loaded cell may have changed, to redraw what reads cells. */
export function useRowsVersion(): number {
  const { rows } = useWorkbench();
  return useSyncExternalStore(rows.subscribe, () => rows.stamp);
}
