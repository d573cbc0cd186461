/**
 * The port to a language model. Wire protocols, the demo model and the scripted model of the tests
 * implement it; the engine knows nothing else about models.
 */
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import type { DraftTask } from './draft/draft-task.ts';
import type { RowTask } from './row-task.ts';

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/**
 * How rows are asked for: held to a schema by the provider, as any JSON object, as JSON by the prompt
 * alone, or as CSV text, which small models get right most often.
 */
export type Delivery = 'json-schema' | 'json' | 'text-json' | 'csv';

export interface ModelParameters {
  readonly temperature?: number | undefined;
  readonly topP?: number | undefined;
  readonly maxTokens?: number | undefined;
  /** Undefined: what the provider table says. */
  readonly delivery?: Delivery | undefined;
  /** Further parameters of the provider's own, passed through; they never replace what Rowsmith sets. */
  readonly extra?: JsonObject | undefined;
}

export interface AnswerSchema {
  /** At most 64 characters of `[A-Za-z0-9_-]`. */
  readonly name: string;
  readonly schema: JsonObject;
}

/** One request, before any protocol has shaped it. */
export interface ModelRequest {
  readonly model: string;
  readonly messages: readonly ChatMessage[];
  readonly schema?: AnswerSchema;
  readonly parameters: ModelParameters;
  /** What the messages say, as data. Wire protocols ignore it; models that run here read it. */
  readonly task?: RowTask;
  /** The same for a request that drafts a design. */
  readonly draft?: DraftTask;
  /** Told every HTTP request made for this one, repetitions included; it never holds a key. For request inspectors. */
  readonly observe?: (request: HttpRequest) => void;
}

export interface Usage {
  /** Tokens as the provider counted them; undefined when it did not say. */
  readonly inputTokens?: number | undefined;
  readonly outputTokens?: number | undefined;
  /** Part of the input that the provider had seen before and charges less for. */
  readonly cachedInputTokens?: number | undefined;
  /** Part of the output that the model thought and did not say. */
  readonly reasoningTokens?: number | undefined;
}

export type FinishReason = 'stop' | 'length' | 'content-filter' | 'refusal' | 'other';

/** A stream is complete only when `finished` has arrived: a stream that merely ends was cut. */
export type ModelEvent =
  | { readonly kind: 'text-delta'; readonly text: string }
  | { readonly kind: 'usage'; readonly usage: Usage }
  | { readonly kind: 'finished'; readonly reason: FinishReason };

export interface LanguageModel {
  /** Provider id, such as `openai` or `demo`. */
  readonly id: string;
  /**
   * Starts one request. Aborting `signal` closes the connection and rejects with its reason. Every
   * other failure is a `ProviderError`. Usage events replace each other; they do not add up.
   */
  stream(request: ModelRequest, signal: AbortSignal): AsyncIterable<ModelEvent>;
}

/** Where the credential of a request goes. The value itself is added by the host, never by `core`. */
export interface CredentialSlot {
  readonly header: string;
  /** Written before the key, such as `Bearer `. */
  readonly prefix: string;
}

export interface HttpRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: JsonValue;
  readonly credential?: CredentialSlot | undefined;
}

/**
 * The only way out to a provider. The host attaches the key that belongs to the request's origin,
 * refuses redirects, sends no cookies, and rejects with `AbortError` or `TypeError` as `fetch` does.
 */
export type HttpSend = (request: HttpRequest, signal: AbortSignal) => Promise<Response>;
