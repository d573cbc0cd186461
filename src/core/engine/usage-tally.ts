/**
 * What requests used, by call and model: the one sum that spend, totals and learned estimates are
 * made from. A request without an end record stays in `open`: it may have been charged.
 */
import type { ErrorReport } from '#core/base/error-report.ts';
import type { Usage } from '#core/llm/language-model.ts';

/** Who was asked: a call of the design, and the model that stood behind its alias. */
export interface AskedModel {
  readonly callId: string;
  /** Provider id, such as `openai`. */
  readonly provider: string;
  readonly model: string;
}

export interface UsageTally extends AskedModel {
  /** Requests that were sent. */
  readonly requests: number;
  /** Requests that were sent and have not ended, or whose end was never written. */
  readonly open: number;
  /** Rows that open requests asked for. */
  readonly openRows: number;
  /** Ended requests that may have been charged although the provider told no token counts, such as a cut stream. */
  readonly unmetered: number;
  /** Ended requests of which the provider told both token counts. */
  readonly metered: number;
  /** Rows that metered requests asked for. */
  readonly meteredRows: number;
  /** Tokens of ended requests, as far as the provider told. */
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Time that metered requests took, all together. */
  readonly durationMs: number;
}

export interface EndedRequest extends AskedModel {
  readonly rowCount: number;
  readonly usage: Usage;
  readonly durationMs: number;
  readonly error?: Pick<ErrorReport, 'kind' | 'status'> | undefined;
}

/** The tallies after a request was sent for `rowCount` rows. */
export function tallySent(
  tallies: readonly UsageTally[],
  asked: AskedModel,
  rowCount: number,
): readonly UsageTally[] {
  return changeTally(tallies, asked, (tally) => ({
    ...tally,
    requests: tally.requests + 1,
    open: tally.open + 1,
    openRows: tally.openRows + rowCount,
  }));
}

/** The tallies after a request has ended, well or not. */
export function tallyEnded(
  tallies: readonly UsageTally[],
  ended: EndedRequest,
): readonly UsageTally[] {
  const { rowCount, durationMs, usage, error } = ended;
  const { inputTokens, outputTokens } = usage;
  const isMetered = inputTokens !== undefined && outputTokens !== undefined;
  return changeTally(tallies, ended, (tally) => ({
    ...tally,
    open: Math.max(0, tally.open - 1),
    openRows: Math.max(0, tally.openRows - rowCount),
    unmetered: tally.unmetered + (isMetered || isRefused(error) ? 0 : 1),
    metered: tally.metered + (isMetered ? 1 : 0),
    meteredRows: tally.meteredRows + (isMetered ? rowCount : 0),
    inputTokens: tally.inputTokens + (inputTokens ?? 0),
    outputTokens: tally.outputTokens + (outputTokens ?? 0),
    durationMs: tally.durationMs + (isMetered ? durationMs : 0),
  }));
}

/** A request that the server turned down, or never received, costs nothing. */
function isRefused(error: EndedRequest['error']): boolean {
  return error?.kind === 'network' || (error?.status !== undefined && error.status >= 400);
}

function changeTally(
  tallies: readonly UsageTally[],
  { callId, provider, model }: AskedModel,
  change: (tally: UsageTally) => UsageTally,
): readonly UsageTally[] {
  const index = tallies.findIndex(
    (tally) => tally.callId === callId && tally.provider === provider && tally.model === model,
  );
  const known = tallies[index];
  if (known !== undefined) return tallies.with(index, change(known));
  const empty: UsageTally = {
    callId,
    provider,
    model,
    requests: 0,
    open: 0,
    openRows: 0,
    unmetered: 0,
    metered: 0,
    meteredRows: 0,
    inputTokens: 0,
    outputTokens: 0,
    durationMs: 0,
  };
  return [...tallies, change(empty)];
}
