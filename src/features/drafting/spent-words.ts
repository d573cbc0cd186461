import { counted } from '#core/base/counted.ts';
import { moneyText } from '#core/base/money-text.ts';
import type { Draft } from '#state/draft-store.ts';
import { useDraft, useDraftPrice } from '#state/react.tsx';
import type { Cost } from '#state/run-cost.ts';

export interface Spent {
  readonly requests: number;
  /** Undefined where the provider did not count. */
  readonly tokens: number | undefined;
  readonly cost: Cost;
  readonly isDemo: boolean;
}

/** What the draft on screen has taken. */
export function useSpent({ exchanges, usage }: Draft): Spent {
  const model = useDraft((state) => state.model);
  const cost = useDraftPrice(model, usage);
  const { inputTokens, outputTokens } = usage;
  const isCounted = inputTokens !== undefined && outputTokens !== undefined;
  return {
    requests: exchanges.length,
    tokens: isCounted ? inputTokens + outputTokens : undefined,
    cost,
    isDemo: model?.provider === 'demo',
  };
}

/** Such as `2 requests, 4,210 tokens, $0.0021`. */
export function spentWords({ requests, tokens, cost, isDemo }: Spent): string {
  if (isDemo) return 'Drafted by the demo model';
  return [
    counted(requests, 'request'),
    ...(tokens === undefined ? [] : [`${tokens.toLocaleString('en')} tokens`]),
    ...(cost.kind === 'known' ? [moneyText(cost.usd)] : []),
  ].join(', ');
}
