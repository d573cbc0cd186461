/** What a request tells the inspector: its prompt, what goes over the wire, and its parts where it has several. */
import type { HttpRequest, LanguageModel, ModelRequest } from '#core/llm/language-model.ts';
import type { RowTask } from '#core/llm/row-task.ts';
import { modelFor } from './conversation/conversation-model.ts';
import type { RequestFact } from './request-fact.ts';
import type { RunContext } from './run-context.ts';
import { toldModel } from './told-model.ts';
import { verifiedModel } from './verify/verified-model.ts';

export interface TracedRequest {
  readonly requestId: string;
  readonly attempt: number;
  readonly ask: {
    readonly callId: string;
    readonly alias: string;
    readonly rows: readonly number[];
  };
}

/** The model of the call, with what an answer takes besides writing it. */
export function answeringModel(
  context: RunContext,
  { requestId, ask }: TracedRequest,
  task: RowTask,
): LanguageModel {
  const { trace } = context.host;
  const tell = trace && ((fact: RequestFact): void => trace(requestId, fact));
  const { model } = context.endpoint(ask.alias).resolved;
  return verifiedModel(modelFor(toldModel(model, task, tell), task, model), task);
}

/** The same request, told to whoever wants to look at it. */
export function tracedRequest(
  context: RunContext,
  { requestId, attempt, ask }: TracedRequest,
  request: ModelRequest,
): ModelRequest {
  const { trace } = context.host;
  if (trace === undefined) return request;
  const { callId, rows, alias } = ask;
  const { model: name, messages, parameters, schema } = request;
  const { model } = context.endpoint(alias).resolved;
  const named = { provider: model.id, model: name, schema: schema?.schema };
  trace(requestId, { kind: 'asked', callId, rows, alias, attempt, messages, parameters, ...named });
  return {
    ...request,
    observe: (sent: HttpRequest): void => trace(requestId, { kind: 'sent', request: sent }),
  };
}
