/** How models answer a call in its first rows, side by side. Nothing of it goes into the rows. */
import { costOf, type Cost } from '#core/llm/price/price.ts';
import type { AnsweredRow } from '#core/llm/row-task.ts';
import { connectionOf } from './connections.ts';
import type { PriceBook } from './price-book.ts';
import type { WorkbenchContext } from './workbench-context.ts';

/** A model by way of an alias: its provider, address and parameters, and this name. */
export interface TrialModel {
  readonly alias: string;
  readonly model: string;
}

export interface TrialWish {
  readonly callId: string;
  readonly model: TrialModel;
  /** At least 1. A call whose answers are taken whole is asked for one. */
  readonly rowCount: number;
}

export interface ModelTrial {
  /** As the model wrote them: no rule has been asked. */
  readonly rows: readonly AnsweredRow[];
  readonly totalMs?: number | undefined;
  /** Prompt and answer together; undefined when not told. */
  readonly tokens?: number | undefined;
  readonly cost: Cost;
  /** Why there is no row. */
  readonly problem?: string | undefined;
}

export interface ModelTrials {
  /** One request of a run's own shape. Rejects when a worker is gone; what a provider says is a problem. */
  ask(wish: TrialWish): Promise<ModelTrial>;
}

export function createModelTrials(
  { stores, workers }: WorkbenchContext,
  prices: Pick<PriceBook, 'load' | 'priceOf'>,
): ModelTrials {
  return {
    async ask({ callId, model: { alias, model }, rowCount }) {
      const entry = stores.design.getState().design.models.find((one) => one.alias === alias);
      if (entry === undefined) return without(`There is no model alias “${alias}” any more.`);
      const task = await workers.evaluator.trialTask({ callId, rowCount });
      if (task === undefined) return without('There is no row to ask for yet.');
      const connection = connectionOf({ ...entry, model }, stores.settings.getState());
      const [report] = await Promise.all([
        workers.engine.testConnection({ connection, task, rowCount }),
        prices.load(),
      ]);
      const { rows = [], totalMs, usage = {}, problem } = report;
      const price = prices.priceOf({ provider: entry.provider, model });
      const tokens = (usage.inputTokens ?? 0) + (usage.outputTokens ?? 0);
      return {
        ...{ rows, totalMs, cost: costOf(price, usage), problem: problem?.message },
        tokens: tokens === 0 ? undefined : tokens,
      };
    },
  };
}

function without(problem: string): ModelTrial {
  return { rows: [], cost: { kind: 'unknown' }, problem };
}
