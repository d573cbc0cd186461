/**
 * The JSON payloads of a 200 answer, told apart by content and not by the header: a stream of events,
 * or one JSON text from a server that does not stream. A web page is neither.
 */
import { limits } from '#core/base/limits.ts';
import { parseJson, type JsonValue } from '#core/base/json.ts';
import { createSseParser, type SseEvent } from './sse.ts';

export type AnswerPayload =
  | { readonly kind: 'json'; readonly value: JsonValue }
  /** The end marker of the protocol. */
  | { readonly kind: 'done' }
  | { readonly kind: 'web-page' }
  /** Text that is no answer of an API. */
  | { readonly kind: 'plain-text' }
  /** JSON that ends too early. */
  | { readonly kind: 'cut-json' }
  /** Neither events nor JSON; `excerpt` is its beginning. */
  | { readonly kind: 'unreadable'; readonly excerpt: string };

export interface PayloadReader {
  /** Throws `RangeError` when a line is longer than allowed. */
  push(text: string): readonly AnswerPayload[];
  /** What is left when the connection closed: a whole JSON text, or the last event. */
  end(): readonly AnswerPayload[];
}

/** `knowsEvent` tells which names of events belong to the protocol; others are skipped. */
export function createPayloadReader(knowsEvent: (name: string) => boolean): PayloadReader {
  const sse = createSseParser(limits.streamLineBytes);
  let beginning: string | undefined = '';
  let whole: string[] | undefined;
  let isForeign = false;

  const decide = (text: string): readonly AnswerPayload[] => {
    const start = text.replace(/^\uFEFF/, '').trimStart();
    if (start === '') {
      beginning = text;
      return [];
    }
    beginning = undefined;
    if (start.startsWith('<')) return [{ kind: 'web-page' }];
    if (/^[{["]/.test(start)) {
      whole = [start];
      return [];
    }
    isForeign = !looksLikeField(start);
    return takeEvents(sse.push(text));
  };
  const takeEvents = (events: readonly SseEvent[]): readonly AnswerPayload[] => {
    const payloads = events.flatMap((event) => payloadOf(event, knowsEvent));
    if (payloads.length > 0) isForeign = false;
    return payloads;
  };

  return {
    push(text) {
      if (beginning !== undefined) return decide(beginning + text);
      if (whole !== undefined) {
        whole.push(text);
        return [];
      }
      return takeEvents(sse.push(text));
    },
    end() {
      if (whole !== undefined) {
        const parsed = parseJson(whole.join(''));
        return [parsed.ok ? { kind: 'json', value: parsed.value } : { kind: 'cut-json' }];
      }
      // The last event may be cut in the middle; that is told by the missing end marker.
      const last = takeEvents(sse.end()).filter((payload) => payload.kind !== 'unreadable');
      return last.length === 0 && isForeign ? [{ kind: 'plain-text' }] : last;
    },
  };
}

/** The first piece of a stream may hold only a part of its first field name. */
function looksLikeField(start: string): boolean {
  return [':', 'data', 'event', 'id', 'retry'].some(
    (name) => start.startsWith(name) || name.startsWith(start),
  );
}

function payloadOf(
  { event, data }: SseEvent,
  knowsEvent: (name: string) => boolean,
): readonly AnswerPayload[] {
  const text = data.trim();
  if (text === '' || !knowsEvent(event)) return [];
  if (text === '[DONE]') return [{ kind: 'done' }];
  const parsed = parseJson(text);
  if (!parsed.ok) return [{ kind: 'unreadable', excerpt: text.slice(0, 200) }];
  return event === 'error' && !hasError(parsed.value)
    ? [{ kind: 'json', value: { error: parsed.value } }]
    : [{ kind: 'json', value: parsed.value }];
}

function hasError(value: JsonValue): boolean {
  return typeof value === 'object' && value !== null && 'error' in value;
}
