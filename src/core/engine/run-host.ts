/** Everything ambient that a run needs, handed in: nothing in the engine reaches for a global. */
import type { Clock } from '#core/base/clock.ts';
import type { LanguageModel, ModelParameters } from '#core/llm/language-model.ts';
import type { CellSelection } from '#core/rows/cell-selection.ts';
import type { RequestPrice, Spend, SpendCap } from './cost-cap.ts';
import type { DatasetPort } from './dataset-port.ts';
import type { RunJournal } from './journal.ts';
import type { RequestFact } from './request-fact.ts';

export interface ResolvedModel {
  readonly model: LanguageModel;
  readonly modelName: string;
  readonly parameters: ModelParameters;
  /** Most requests in flight at once to this endpoint, 1 or more. */
  readonly concurrency: number;
  /** What shares one scheduler: the origin that requests go to. By default the provider. */
  readonly origin?: string | undefined;
  /** Limits of the user's account, kept exactly in every window of a minute; none by default. */
  readonly requestsPerMinute?: number | undefined;
  readonly tokensPerMinute?: number | undefined;
  /** How often a request that failed on the way is sent again, 0 or more; 5 by default. */
  readonly maxRetries?: number | undefined;
  /** Why the concurrency is less than the user asked for. */
  readonly laneNote?: string | undefined;
}

/** How many requests endpoints have taken at once, by endpoint and models; for as long as the host keeps it. */
export type WidthMemory = Map<string, number>;

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
  /** Whether the machine has a network, as far as it knows; without it there is one. */
  readonly isOnline?: (() => boolean) | undefined;
  readonly widths?: WidthMemory | undefined;
  /** Without it no price is known. */
  readonly price?: RequestPrice | undefined;
  /** Told what each request said and what came back, for whoever wants to look at it; must not throw. */
  readonly trace?: (requestId: string, fact: RequestFact) => void;
}

export interface RunOptions {
  readonly runId: string;
  readonly rowCount: number;
  /** Attempts for one row before it fails, rejections and malformed answers together. */
  readonly maxAttemptsPerRow: number;
  /** The most the run may spend, with what its earlier parts have spent. Unbounded by default. */
  readonly cap?: SpendCap | undefined;
  /** What earlier parts of the run have spent, with what is set aside for requests that never ended. */
  readonly spentBefore?: Spend | undefined;
  /** How often judges have had rows written again in earlier parts of the run, by row. */
  readonly rewrittenBefore?: Readonly<Record<number, number>> | undefined;
  /** Only these cells, written again where they hold something; all open cells when absent. */
  readonly selection?: CellSelection | undefined;
}
