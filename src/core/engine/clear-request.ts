/**
 * The last gate of a request, once its words are known: tokens per minute and the cap on spending.
 * What it may cost at most is durable before it leaves.
 */
import type { ModelParameters, ModelRequest, Usage } from '#core/llm/language-model.ts';
import type { ProviderError, ProviderErrorKind } from '#core/llm/provider-error.ts';
import type { RowTask } from '#core/llm/row-task.ts';
import { promptOf } from '#core/llm/verbatim-answer.ts';
import { noSpend, type RequestPrice, type Spend } from './cost-cap.ts';
import { likelyTokens, mostUsage, spendOf, withAnswerLimit } from './request-size.ts';
import type { RunContext } from './run-context.ts';

export interface RequestToClear {
  readonly requestId: string;
  readonly alias: string;
  readonly task: RowTask;
  /** The limit of the answer's length is raised. */
  readonly isRaised: boolean;
}

export interface EndedRequest {
  readonly usage: Usage;
  readonly hasText: boolean;
  readonly error: ProviderError | undefined;
}

export interface Clearance {
  readonly request: ModelRequest;
  /** To be called once, when the request has ended. Answers with what it counts as having cost. */
  settle(ended: EndedRequest): Spend;
}

/** How much longer an answer may be after one was cut at its limit. */
const raiseFactor = 4;

const unknownPrice: RequestPrice = () => ({ kind: 'unknown' });

/**
 * Resolves when the request may leave. Where the cap leaves no room it pauses the run and rejects, as
 * every wait does then, with the reason of the drain.
 */
export async function clearRequest(
  context: RunContext,
  { requestId, alias, task, isRaised }: RequestToClear,
): Promise<Clearance> {
  const { host, costCap, journal } = context;
  const { resolved, state } = context.endpoint(alias);
  const { model, modelName: name } = resolved;
  const price = host.price ?? unknownPrice;
  // What a call says goes before what its alias says.
  const delivery = task.delivery ?? resolved.parameters.delivery;
  const { messages, schema } = promptOf({ ...task, delivery });
  const asked = { ...resolved.parameters, delivery };
  const limited = costCap.isSet ? withAnswerLimit(asked, task) : asked;
  const parameters = isRaised ? raiseLimit(limited) : limited;
  const sized = { task, messages, schema: schema?.schema, parameters };
  const cost = (usage: Usage): Spend =>
    spendOf(price, { providerId: model.id, model: name, usage });

  const sent = await state.gate.spend(likelyTokens(sized), state.drain);
  const most = costCap.isSet ? cost(mostUsage(sized)) : noSpend;
  const problem = await costCap.reserve(most, state.drain);
  if (problem !== undefined) {
    context.pause(problem);
    state.drain.throwIfAborted();
  }
  if (costCap.isSet) await journal.write([{ kind: 'reserve', requestId, ...most }]);
  return {
    request: {
      model: name,
      messages,
      parameters,
      task,
      ...(schema === undefined ? {} : { schema }),
    },
    settle(ended) {
      const spent = spentBy(ended, most, cost);
      costCap.settle(most, spent);
      // Where nothing was told, the guess stays.
      if (sent !== undefined && spent.tokens > 0) sent.amount = spent.tokens;
      return spent;
    },
  };
}

function raiseLimit(parameters: ModelParameters): ModelParameters {
  const { maxTokens } = parameters;
  return maxTokens === undefined
    ? parameters
    : { ...parameters, maxTokens: maxTokens * raiseFactor };
}

/** Kinds of faults after which a model may have written although nothing arrived. */
const chargedKinds: ReadonlySet<ProviderErrorKind> = new Set(['timeout', 'cut-off']);

/** What the provider counted; where it did not say, the most it may have been. */
function spentBy(
  { usage, hasText, error }: EndedRequest,
  most: Spend,
  cost: (usage: Usage) => Spend,
): Spend {
  const { inputTokens, outputTokens } = usage;
  if (isCount(inputTokens) && isCount(outputTokens)) return cost(usage);
  const isUncharged = error !== undefined && !hasText && !chargedKinds.has(error.kind);
  return isUncharged ? noSpend : most;
}

function isCount(value: number | undefined): boolean {
  return value !== undefined && Number.isSafeInteger(value) && value >= 0;
}
