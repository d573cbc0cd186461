/** What a request inspector is told while a request runs. Plain data without keys; too much for an event of the run. */
import type { ErrorReport } from '#core/base/error-report.ts';
import type { JsonObject } from '#core/base/json.ts';
import type { ChatMessage, HttpRequest, ModelParameters, Usage } from '#core/llm/language-model.ts';

export type RequestFact =
  /** The prompt as it is handed to the model, before a protocol shapes it. */
  | {
      readonly kind: 'asked';
      readonly callId: string;
      readonly rows: readonly number[];
      readonly attempt: number;
      readonly alias: string;
      /** Provider id. */
      readonly provider: string;
      readonly model: string;
      readonly parameters: ModelParameters;
      readonly messages: readonly ChatMessage[];
      /** Absent where the answer is asked for as plain text. */
      readonly schema?: JsonObject | undefined;
    }
  /** One of several requests that make the answer begins. What is told next is about it. */
  | {
      readonly kind: 'part';
      readonly messages: readonly ChatMessage[];
      readonly schema?: JsonObject | undefined;
    }
  | { readonly kind: 'part-text'; readonly text: string }
  /** The request on the wire; told again when a protocol repeats it in another shape. */
  | { readonly kind: 'sent'; readonly request: HttpRequest }
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'row';
      readonly row: number;
      /** By field name, as the model answered. */
      readonly values: JsonObject;
      /** Why it was refused; empty when it was accepted. */
      readonly reasons: readonly string[];
    }
  | {
      readonly kind: 'ended';
      readonly usage: Usage;
      readonly durationMs: number;
      readonly error?: ErrorReport;
    };
