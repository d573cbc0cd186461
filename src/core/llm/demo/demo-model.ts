/**
 * A stand-in for a model that needs no key and no network. It speaks like one, in pieces of JSON, so
 * everything around it works as with a real one. Import it lazily: its word lists are large.
 */
// Only the English lists: the package's main entry holds seventy languages.
import { faker } from '@faker-js/faker/locale/en';
import type { Clock } from '#core/base/clock.ts';
import { rowKeyOf } from '#core/llm/answer-schema.ts';
import type { LanguageModel, ModelEvent, ModelRequest } from '#core/llm/language-model.ts';
import { ProviderError } from '#core/llm/provider-error.ts';
import { createDemoAnswer } from './demo-answer.ts';
import { demoText } from './demo-chat.ts';
import { demoDraft } from './draft/demo-draft.ts';

export interface DemoModelOptions {
  /** Lets the host breathe between answers; without it only other promises run. */
  readonly clock?: Clock;
  /** Wait before each row; 0 by default. Needs the clock. */
  readonly delayMs?: number;
}

/** Characters of one piece of the answer. */
const pieceLength = 48;
/** Characters of one token of English, as a rule of thumb. */
const charactersPerToken = 4;

/**
 * Answers from `request.task` or `request.draft` alone; the messages are only counted. The same task, seed and attempt
 * give the same answer. Rejects with `ProviderError` when the request has neither.
 */
export function createDemoModel(options: DemoModelOptions = {}): LanguageModel {
  return {
    id: 'demo',
    stream: (request, signal) =>
      isWhole(request)
        ? textAnswer(request, { ...options, signal })
        : answer(request, { ...options, signal }),
  };
}

interface DemoHost extends DemoModelOptions {
  readonly signal: AbortSignal;
}

async function* answer(
  request: ModelRequest,
  host: DemoHost,
): AsyncGenerator<ModelEvent, void, undefined> {
  const { task } = request;
  host.signal.throwIfAborted();
  if (task === undefined)
    throw new ProviderError({
      provider: 'demo',
      kind: 'bad-request',
      message: 'The demo model writes rows only. Choose another model for free text.',
    });
  await host.clock?.sleep(0, host.signal);
  const rowKey = rowKeyOf(task.fields);
  const demo = createDemoAnswer(task, faker);
  let length = 0;
  for (const [index, row] of task.rows.entries()) {
    if ((host.delayMs ?? 0) > 0) await host.clock?.sleep(host.delayMs ?? 0, host.signal);
    else await Promise.resolve();
    host.signal.throwIfAborted();
    const text = JSON.stringify({ [rowKey]: row.row + 1, ...demo.valuesFor(row) });
    const whole = `${index === 0 ? '{"rows":[' : ','}${text}`;
    length += whole.length;
    for (let start = 0; start < whole.length; start += pieceLength)
      yield { kind: 'text-delta', text: whole.slice(start, start + pieceLength) };
  }
  yield { kind: 'text-delta', text: task.rows.length === 0 ? '{"rows":[]}' : ']}' };
  const promptLength = request.messages.reduce((sum, { content }) => sum + content.length, 0);
  yield {
    kind: 'usage',
    usage: {
      inputTokens: Math.ceil(promptLength / charactersPerToken),
      outputTokens: Math.ceil(length / charactersPerToken),
    },
  };
  yield { kind: 'finished', reason: 'stop' };
}

/** The answer is one text: a draft, or what is said in a chat. */
function isWhole({ task, draft }: ModelRequest): boolean {
  return draft !== undefined || task?.chat !== undefined;
}

async function* textAnswer(
  { messages, task, draft }: ModelRequest,
  { clock, signal }: DemoHost,
): AsyncGenerator<ModelEvent, void, undefined> {
  signal.throwIfAborted();
  await clock?.sleep(0, signal);
  const said = task === undefined ? '' : demoText(task, faker);
  const text = draft === undefined ? said : JSON.stringify(demoDraft(draft));
  for (let start = 0; start < text.length; start += pieceLength)
    yield { kind: 'text-delta', text: text.slice(start, start + pieceLength) };
  const promptLength = messages.reduce((sum, { content }) => sum + content.length, 0);
  const tokens = (length: number): number => Math.ceil(length / charactersPerToken);
  const usage = { inputTokens: tokens(promptLength), outputTokens: tokens(text.length) };
  yield { kind: 'usage', usage };
  yield { kind: 'finished', reason: 'stop' };
}
