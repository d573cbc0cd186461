/**
 * A model for tests that plays a script: each request takes the next answer. Nothing waits, so tests
 * of runs, retries and stops are fast and the same every time.
 */
import type { JsonValue } from '#core/base/json.ts';
import type {
  FinishReason,
  LanguageModel,
  ModelEvent,
  ModelRequest,
  Usage,
} from './language-model.ts';
import { ProviderError } from './provider-error.ts';

/** What a request is answered with. */
export type ScriptedAnswer =
  /** Text in pieces of `pieceLength` units (whole when absent), then usage and the end. */
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly pieceLength?: number;
      readonly reason?: FinishReason;
      readonly usage?: Usage;
    }
  /** Text, then `error`, or the `cut-off` of a dropped connection when absent. */
  | { readonly kind: 'cut'; readonly text: string; readonly error?: Error }
  /** Fails before anything arrives. */
  | { readonly kind: 'error'; readonly error: Error }
  /** Text, then silence until the request is aborted. */
  | { readonly kind: 'hang'; readonly text?: string };

export type Script =
  readonly ScriptedAnswer[] | ((request: ModelRequest, index: number) => ScriptedAnswer);

export interface ScriptedModel extends LanguageModel {
  /** All requests so far, in order. */
  readonly requests: readonly ModelRequest[];
  /** Requests that have begun and not ended. */
  readonly openCount: number;
}

/** A list that has run out repeats its last answer. */
export function createScriptedModel(script: Script, id = 'scripted'): ScriptedModel {
  const requests: ModelRequest[] = [];
  let openCount = 0;
  const answerTo = (request: ModelRequest, index: number): ScriptedAnswer => {
    const answer =
      typeof script === 'function' ? script(request, index) : (script[index] ?? script.at(-1));
    if (answer === undefined) throw new Error('The script has no answer.');
    return answer;
  };
  return {
    id,
    requests,
    get openCount() {
      return openCount;
    },
    async *stream(request, signal) {
      signal.throwIfAborted();
      const index = requests.push(request) - 1;
      openCount += 1;
      try {
        yield* play(answerTo(request, index), id, signal);
      } finally {
        openCount -= 1;
      }
    },
  };
}

/** The answer that gives every row of the request's task the values a test chooses. */
export function answerRows(
  request: ModelRequest,
  valuesOf: (row: number) => Readonly<Record<string, JsonValue>>,
): ScriptedAnswer {
  const rows = (request.task?.rows ?? []).map(({ row }) => ({ row: row + 1, ...valuesOf(row) }));
  return { kind: 'text', text: JSON.stringify({ rows }), pieceLength: 16 };
}

async function* play(
  answer: ScriptedAnswer,
  id: string,
  signal: AbortSignal,
): AsyncGenerator<ModelEvent, void, undefined> {
  if (answer.kind === 'error') throw answer.error;
  const text = answer.text ?? '';
  const length =
    (answer.kind === 'text' ? answer.pieceLength : undefined) ?? Math.max(1, text.length);
  for (let start = 0; start < text.length; start += length) {
    await Promise.resolve();
    signal.throwIfAborted();
    yield { kind: 'text-delta', text: text.slice(start, start + length) };
  }
  if (answer.kind === 'hang') await untilAbort(signal);
  if (answer.kind === 'cut')
    throw (
      answer.error ??
      new ProviderError({ provider: id, kind: 'cut-off', message: 'The connection broke off.' })
    );
  if (answer.kind !== 'text') return;
  if (answer.usage !== undefined) yield { kind: 'usage', usage: answer.usage };
  yield { kind: 'finished', reason: answer.reason ?? 'stop' };
}

function untilAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const refuse = (): void => reject(signal.reason as Error);
    if (signal.aborted) refuse();
    else signal.addEventListener('abort', refuse, { once: true });
  });
}
