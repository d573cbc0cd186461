/** What the folding of a journal (`checkpoint.ts`) gathers while it reads. */
import type { JsonObject } from '#core/base/json.ts';
import type { Spend } from './cost-cap.ts';
import type { AcceptedRow } from './dataset-port.ts';
import type { RewriteTally } from './judge/rewrite-tally.ts';
import type { AskedModel, UsageTally } from './usage-tally.ts';
import type { WrittenForTally } from './written-for.ts';

export interface OpenIntent extends AskedModel {
  readonly requestId: string;
  readonly rows: readonly number[];
}

export interface Fold {
  runId: string;
  design: JsonObject;
  rowCount: number;
  startedAtMs: number;
  readonly rows: Map<string, Map<number, AcceptedRow>>;
  readonly intents: Map<string, OpenIntent>;
  /** Requests whose intent has been read: a journal put together from two copies may repeat it. */
  readonly sent: Set<string>;
  readonly failed: Map<string, Map<number, string>>;
  /** By request: what was set aside, until the end says what it cost. */
  readonly reserves: Map<string, Spend>;
  spent: Spend;
  usage: readonly UsageTally[];
  /** Cells that the next slice may replace: column ids by row by call. */
  readonly reopened: Map<string, Map<number, ReadonlySet<string>>>;
  readonly rewritten: RewriteTally;
  readonly writtenFor: WrittenForTally;
}
