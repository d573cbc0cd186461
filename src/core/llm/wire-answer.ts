/**
 * One answer as it comes in, in any protocol. Decides when it is complete: only a finish reason or the
 * end marker completes it; a connection that merely closes leaves it cut off.
 */
import type { Clock } from '#core/base/clock.ts';
import type { JsonValue } from '#core/base/json.ts';
import type { AnswerPayload } from './answer-payloads.ts';
import { statusOfPayload, toAnswerError, toHttpError, type ErrorContext } from './http-errors.ts';
import type { FinishReason, ModelEvent, Usage } from './language-model.ts';
import type { ReadPayload, WirePayload } from './wire-protocol.ts';

export interface WireAnswer {
  /** The events of one payload. Throws `ProviderError` for an error or something that is no answer. */
  take(payload: AnswerPayload): readonly ModelEvent[];
  /** Usage and the end, after the last payload. Throws when the answer is cut off or empty. */
  end(): readonly ModelEvent[];
  /** The model has finished; only usage and the end marker may follow. */
  readonly isComplete: boolean;
  /** The end marker has come: nothing follows. */
  readonly isClosed: boolean;
}

interface AnswerState {
  hasText: boolean;
  hasRefusal: boolean;
  hasToolCall: boolean;
  hasPayload: boolean;
  isAnswer: boolean;
  isClosed: boolean;
  reason: FinishReason | undefined;
  usage: Usage | undefined;
}

export interface WireAnswerOptions {
  readonly context: ErrorContext;
  readonly clock: Clock;
  /** The protocol's reader for this answer. */
  readonly read: (value: JsonValue) => ReadPayload;
}

export function createWireAnswer({ context, clock, read }: WireAnswerOptions): WireAnswer {
  const state: AnswerState = {
    hasText: false,
    hasRefusal: false,
    hasToolCall: false,
    hasPayload: false,
    isAnswer: false,
    isClosed: false,
    reason: undefined,
    usage: undefined,
  };
  return {
    take(answered) {
      if (state.isClosed) return [];
      state.hasPayload = true;
      switch (answered.kind) {
        case 'done':
          state.isClosed = true;
          return [];
        case 'web-page':
          throw toAnswerError(
            context,
            'not-an-api',
            'answered with a web page, not with an API. Check the base URL; a sign-in page or a proxy may stand in between.',
          );
        case 'plain-text':
          throw toAnswerError(
            context,
            'not-an-api',
            'answered with plain text, not as an API does. Check the base URL, which often ends in /v1.',
          );
        case 'cut-json':
          state.isAnswer = true;
          return [];
        case 'unreadable':
          throw toAnswerError(
            context,
            'malformed-output',
            'sent a stream that cannot be read. The finished rows are kept, the rest is asked for again.',
          );
        case 'json':
          return valuesOf(answered.value).flatMap((value) =>
            absorb(state, payloadOf(context, read(value), clock.now())),
          );
      }
    },
    end: () => conclude(context, state),
    get isComplete() {
      return state.isClosed || state.reason !== undefined;
    },
    get isClosed() {
      return state.isClosed;
    },
  };
}

/** A server that does not stream may send the pieces of a stream as one list. */
function valuesOf(value: JsonValue): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
}

function payloadOf(context: ErrorContext, read: ReadPayload, nowMs: number): WirePayload {
  if ('payload' in read) return read.payload;
  throw toHttpError(context, { status: statusOfPayload(read.error), body: read.error, nowMs });
}

function absorb(state: AnswerState, payload: WirePayload): readonly ModelEvent[] {
  state.usage = payload.usage ?? state.usage;
  state.reason ??= payload.reason;
  state.isAnswer ||= payload.isAnswer;
  state.isClosed ||= payload.isEnd === true;
  state.hasToolCall ||= payload.hasToolCall;
  state.hasRefusal ||= payload.refusal !== '';
  state.hasText ||= payload.text.trim() !== '';
  // The words of a refusal are the answer, and the only place where the reason is told.
  const text = payload.text + payload.refusal;
  return text === '' ? [] : [{ kind: 'text-delta', text }];
}

function conclude(context: ErrorContext, state: AnswerState): readonly ModelEvent[] {
  const reason = finishOf(state);
  if (reason === undefined) {
    if (!state.hasPayload)
      throw toAnswerError(context, 'empty-answer', 'sent an empty answer. Rowsmith tries again.');
    if (!state.isAnswer)
      throw toAnswerError(
        context,
        'not-an-api',
        'sent JSON that is no answer of a model. Check the base URL, which often ends in /v1.',
      );
    throw toAnswerError(context, 'cut-off', 'broke off its answer. The finished rows are kept.');
  }
  if (!state.hasText && state.hasToolCall)
    throw toAnswerError(context, 'malformed-output', 'answered with a tool call instead of text.');
  if (!state.hasText && (reason === 'stop' || reason === 'other'))
    throw toAnswerError(
      context,
      'empty-answer',
      'sent an answer without text. Rowsmith tries again.',
    );
  const usage = state.usage;
  return [
    ...(usage === undefined ? [] : [{ kind: 'usage', usage } as const]),
    { kind: 'finished', reason },
  ];
}

/** `other` stands for an end that the server marked without a reason that is known here. */
function finishOf(state: AnswerState): FinishReason | undefined {
  if (state.reason === undefined && !state.isClosed) return undefined;
  const reason = state.reason ?? 'other';
  return state.hasRefusal && (reason === 'stop' || reason === 'other') ? 'refusal' : reason;
}
