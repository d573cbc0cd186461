/** How fast a design would like its models to be asked. The user's own settings come before it. */
import type { ModelAlias } from '#core/design/design.ts';

export interface ModelPace {
  readonly concurrency?: number | undefined;
  readonly requestsPerMinute?: number | undefined;
  readonly tokensPerMinute?: number | undefined;
  /** How often a request that failed on the way is sent again. */
  readonly maxRetries?: number | undefined;
}

/** Tokens of both directions have one limit: the sum of theirs. */
export function modelPace({ pace = {} }: ModelAlias): ModelPace {
  const { inputTokensPerMinute: input, outputTokensPerMinute: output } = pace;
  const hasTokens = input !== undefined || output !== undefined;
  return {
    concurrency: pace.concurrency,
    requestsPerMinute: pace.requestsPerMinute,
    tokensPerMinute: hasTokens ? (input ?? 0) + (output ?? 0) : undefined,
    maxRetries: pace.maxRetries,
  };
}
