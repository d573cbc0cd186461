/** What the evaluator says about the rows: counts, profiles, measures. Cells never enter a store. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import type { RunEstimate } from '#core/engine/estimate.ts';
import type { DatasetSummary } from '#runtime/evaluator-protocol.ts';

export interface DatasetState {
  /** Undefined until the first rows are there. */
  readonly summary?: DatasetSummary | undefined;
  /** Why the evaluator could not sample the design; rows follow the last one it could. */
  readonly diagnostics: readonly Diagnostic[];
  readonly estimate?: RunEstimate | undefined;
  /** Counts the edits of words alone that the evaluator has taken: rows stay, prompts may read otherwise. */
  readonly rewordings: number;
}

export function createDatasetStore(): StoreApi<DatasetState> {
  return createStore<DatasetState>(() => ({ diagnostics: [], rewordings: 0 }));
}

export type { DatasetSummary, RunEstimate };
