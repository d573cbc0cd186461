/**
 * One request for one text, on the way that runs and connection tests take: the same address check, the
 * same key, the same wire. For what is asked beside runs, such as a draft of a design.
 */
import { toErrorReport, type ErrorReport } from '#core/base/error-report.ts';
import { limits } from '#core/base/limits.ts';
import type { LanguageModel, ModelRequest, Usage } from '#core/llm/language-model.ts';
import { ProviderError } from '#core/llm/provider-error.ts';
import type { Connection, EngineMethods } from './engine-protocol.ts';
import type { EngineServiceHost } from './engine-service-host.ts';
import { explainProblem } from './test-model.ts';

/** Either the whole text, or what went wrong. */
export interface AskReport {
  readonly text?: string;
  readonly usage?: Usage;
  readonly problem?: ErrorReport;
}

/** Room for a whole design, where the user's limit is meant for rows. */
const leastAnswerTokens = 8_192;

/** One question at a time: a second one, or being told to stop, closes the connection of the first. */
export function createAsker(
  host: EngineServiceHost,
  createModel: (connection: Connection) => LanguageModel,
): Pick<EngineMethods, 'ask' | 'stopAsking'> {
  let asking: AbortController | undefined;
  const stop = (): void => {
    asking?.abort(new DOMException('Stopped.', 'AbortError'));
    asking = undefined;
  };
  return {
    async ask({ connection, request }) {
      stop();
      const own = new AbortController();
      asking = own;
      const { delivery, maxTokens, ...parameters } = connection.parameters ?? {};
      const limit =
        maxTokens === undefined ? {} : { maxTokens: Math.max(maxTokens, leastAnswerTokens) };
      // A table is a form for rows; everything else fits a single object too.
      const form = delivery === 'csv' ? {} : { delivery };
      try {
        const report = await askModel(
          createModel(connection),
          { ...request, model: connection.model, parameters: { ...parameters, ...limit, ...form } },
          own.signal,
        );
        const { problem } = report;
        return problem === undefined
          ? report
          : { ...report, problem: await explainProblem(host, connection, problem) };
      } catch (error) {
        own.signal.throwIfAborted();
        return { problem: toErrorReport(error) };
      }
    },
    stopAsking() {
      stop();
      return Promise.resolve();
    },
  };
}

/** Never rejects but with the reason of an aborted signal: every fault is a report. */
async function askModel(
  model: LanguageModel,
  request: ModelRequest,
  signal: AbortSignal,
): Promise<AskReport> {
  let text = '';
  let usage: Usage | undefined;
  try {
    for await (const event of model.stream(request, signal))
      if (event.kind === 'text-delta') text = grown(text + event.text, model);
      else if (event.kind === 'usage') usage = event.usage;
      else if (event.reason === 'stop' || event.reason === 'other')
        return { text, ...(usage && { usage }) };
      else throw unfinished(model, event.reason);
    throw unfinished(model, 'length');
  } catch (error) {
    signal.throwIfAborted();
    return { problem: said(toErrorReport(error)), ...(usage && { usage }) };
  }
}

/** What a run does after a fault is not done here: the user decides. */
function said(problem: ErrorReport): ErrorReport {
  const message = problem.message.replace(
    / ?(?:Rowsmith tries again|The finished rows are kept)\./,
    ' Try again.',
  );
  return { ...problem, message };
}

function grown(text: string, model: LanguageModel): string {
  if (text.length > limits.answerBytes) throw unfinished(model, 'length');
  return text;
}

function unfinished({ id: provider }: LanguageModel, reason: string): ProviderError {
  return reason === 'length'
    ? new ProviderError({
        provider,
        kind: 'cut-off',
        message:
          'The answer ended before it was complete. Ask for less, or raise the token limit in Model settings.',
      })
    : new ProviderError({
        provider,
        kind: 'refused',
        message: 'The model refused to answer. Say it differently, or choose another model.',
      });
}
