/** What tells one wire protocol from another: how a request is written and how an answer's payloads are read. */
import type { JsonValue } from '#core/base/json.ts';
import type { AcceptedParameters } from './capabilities.ts';
import type { ErrorBody } from './error-body.ts';
import type { FinishReason, HttpRequest, ModelRequest, Usage } from './language-model.ts';
import type { Provider } from './providers.ts';

/** Whom a request is written for. */
export interface Endpoint {
  readonly provider: Provider;
  /** With or without a trailing slash. */
  readonly baseUrl: string;
  /** What the model is known to refuse; nothing by default. */
  readonly accepted?: AcceptedParameters | undefined;
}

/** One piece of an answer, reduced to what the port tells. */
export interface WirePayload {
  readonly text: string;
  readonly refusal: string;
  /** The model called a tool instead of writing. */
  readonly hasToolCall: boolean;
  /** True for a piece that belongs to an answer, as opposed to JSON of another kind. */
  readonly isAnswer: boolean;
  readonly reason: FinishReason | undefined;
  /** Replaces what was said before. */
  readonly usage: Usage | undefined;
  /** The protocol's end marker: nothing follows. */
  readonly isEnd?: boolean;
}

/** A payload, or the error inside it. */
export type ReadPayload = { readonly payload: WirePayload } | { readonly error: ErrorBody };

export interface WireProtocol {
  /**
   * The streamed request for one answer. Pure: the same body serves the wire, a line of a batch file, a
   * command to copy and the inspector. Parameters that are not set are not sent; no key is in it.
   */
  build(endpoint: Endpoint, request: ModelRequest): HttpRequest;
  /** A reader for the payloads of one answer, in order; tolerates whatever a server leaves out or adds. */
  createReader(): (value: JsonValue) => ReadPayload;
  /** Whether server-sent events of this name belong to the protocol; others are skipped. */
  knowsEvent(name: string): boolean;
}

export const emptyPayload: WirePayload = {
  text: '',
  refusal: '',
  hasToolCall: false,
  isAnswer: false,
  reason: undefined,
  usage: undefined,
};
