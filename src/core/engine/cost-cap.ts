/**
 * The most a run may spend. The highest possible cost of a request is set aside before it leaves and
 * settled when it has ended, so that the cap holds with any number of requests in flight. A request
 * that never ends keeps what was set aside: it may have been charged.
 */
import type { ErrorReport } from '#core/base/error-report.ts';
import type { Usage } from '#core/llm/language-model.ts';

export interface PriceQuestion {
  readonly providerId: string;
  readonly model: string;
  readonly usage: Usage;
}

export type RequestCost =
  { readonly kind: 'known'; readonly costUsd: number } | { readonly kind: 'unknown' };

/** What tokens of a model cost. Pure, and monotone: more tokens never cost less. */
export type RequestPrice = (question: PriceQuestion) => RequestCost;

/** Each bound is optional; what is absent is not bounded. */
export interface SpendCap {
  /** US dollars, 0 or more. */
  readonly costUsd?: number | undefined;
  /** Input and output tokens together, 0 or more. */
  readonly tokens?: number | undefined;
}

export interface Spend {
  /** Input and output together. */
  readonly tokens: number;
  /** US dollars; undefined where the price of the model is unknown. */
  readonly costUsd?: number | undefined;
}

export const noSpend: Spend = { tokens: 0, costUsd: 0 };

/** A sum is in dollars as far as prices are known. */
export function addSpend(one: Spend, other: Spend): Spend {
  return {
    tokens: one.tokens + other.tokens,
    costUsd: (one.costUsd ?? 0) + (other.costUsd ?? 0),
  };
}

export interface CostCap {
  /** Whether there is any bound. */
  readonly isSet: boolean;
  /** What was spent, without what is set aside. */
  readonly spent: Spend;
  /**
   * Sets `most` aside, and waits for other requests to end when only what they hold is in the way.
   * Answers with why there is no room, or nothing. Rejects with the signal's reason.
   */
  reserve(most: Spend, signal: AbortSignal): Promise<ErrorReport | undefined>;
  /** Replaces what was set aside by what was spent. */
  settle(most: Spend, spent: Spend): void;
}

/** `before` is what earlier parts of the run have spent, with what they may have. */
export function createCostCap(cap: SpendCap, before: Spend): CostCap {
  return new SpendAccount(cap, before);
}

class SpendAccount implements CostCap {
  readonly isSet: boolean;
  private readonly cap: SpendCap;
  private total: Spend;
  private held: Spend = noSpend;
  private holders = 0;
  private readonly line = new Set<() => void>();

  constructor(cap: SpendCap, before: Spend) {
    this.cap = cap;
    this.total = before;
    this.isSet = cap.costUsd !== undefined || cap.tokens !== undefined;
  }

  get spent(): Spend {
    return this.total;
  }

  async reserve(most: Spend, signal: AbortSignal): Promise<ErrorReport | undefined> {
    if (!this.isSet) return undefined;
    const { costUsd, tokens } = this.cap;
    if (costUsd !== undefined && tokens === undefined && most.costUsd === undefined)
      return unknownPrice;
    while (!this.fits(most)) {
      if (this.holders === 0) return this.reached();
      await this.nextSettlement(signal);
    }
    signal.throwIfAborted();
    this.holders += 1;
    this.held = addSpend(this.held, most);
    return undefined;
  }

  settle(most: Spend, spent: Spend): void {
    this.total = addSpend(this.total, spent);
    if (!this.isSet) return;
    this.holders -= 1;
    this.held =
      this.holders === 0
        ? noSpend
        : addSpend(this.held, { tokens: -most.tokens, costUsd: -(most.costUsd ?? 0) });
    const waiting = [...this.line];
    this.line.clear();
    for (const wake of waiting) wake();
  }

  private fits(most: Spend): boolean {
    const sum = addSpend(addSpend(this.total, this.held), most);
    const { costUsd = Infinity, tokens = Infinity } = this.cap;
    return (sum.costUsd ?? 0) <= costUsd && sum.tokens <= tokens;
  }

  private reached(): ErrorReport {
    const { costUsd, tokens } = this.cap;
    const bounds = [
      ...(costUsd === undefined ? [] : [`$${costUsd}`]),
      ...(tokens === undefined ? [] : [`${tokens.toLocaleString('en')} tokens`]),
    ];
    return {
      name: 'RunError',
      kind: 'cost-cap',
      message: `The next request could pass the cap of ${bounds.join(' and ')}, so none was sent. Everything so far is kept. Raise the cap, then resume.`,
    };
  }

  private nextSettlement(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(signal.reason as Error);
        return;
      }
      const onAbort = (): void => {
        this.line.delete(wake);
        reject(signal.reason as Error);
      };
      const wake = (): void => {
        signal.removeEventListener('abort', onAbort);
        resolve();
      };
      this.line.add(wake);
      signal.addEventListener('abort', onAbort, { once: true });
    });
  }
}

const unknownPrice: ErrorReport = {
  name: 'RunError',
  kind: 'cost-cap',
  message:
    'The price of this model is unknown, so a cap in dollars cannot hold. Set a cap in tokens, then resume.',
};
