/** Everything ambient that a run needs, handed in: nothing in the engine reaches for a global. */
import type { Clock } from '#core/base/clock.ts';
import type { LanguageModel, ModelParameters } from '#core/llm/language-model.ts';
import type { CellSelection } from '#core/rows/cell-selection.ts';
import type { DatasetPort } from './dataset-port.ts';
import type { RunJournal } from './journal.ts';

export interface ResolvedModel {
  readonly model: LanguageModel;
  readonly modelName: string;
  readonly parameters: ModelParameters;
  /** Most requests in flight at once to this endpoint, 1 or more. */
  readonly concurrency: number;
}

export interface RunHost {
  readonly dataset: DatasetPort;
  readonly journal: RunJournal;
  readonly clock: Clock;
  /** Number in [0, 1) for jitter only; never decides a value of a row. */
  readonly jitter: () => number;
  /** Throws `ProviderError` of kind `unresolved` when the alias names an endpoint that is not set up. */
  readonly resolveModel: (alias: string) => ResolvedModel;
  /** A name that is unique within the journal. */
  readonly createRequestId: () => string;
}

export interface RunOptions {
  readonly runId: string;
  readonly rowCount: number;
  /** Attempts for one row before it fails, rejections and malformed answers together. */
  readonly maxAttemptsPerRow: number;
  /** Only these cells, written again where they hold something; all open cells when absent. */
  readonly selection?: CellSelection | undefined;
}
