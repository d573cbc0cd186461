/**
 * What a provider said when it refused, in the few shapes that are in use. Reads at most 64 KB and
 * treats all of it as text.
 */
import { limits } from '#core/base/limits.ts';
import { isJsonObject, parseJson, type JsonValue } from '#core/base/json.ts';

export interface ErrorBody {
  /** The provider's own words; empty when it gave none or answered with a web page. */
  readonly message: string;
  /** Its code and type, such as `insufficient_quota`, joined by a space; empty when absent. */
  readonly code: string;
  /** The parameter it complains about; empty when absent. */
  readonly param: string;
  readonly isHtml: boolean;
  /** The wait that Google's servers put beside their words, such as `7s`. */
  readonly retryDelay?: string;
}

const nothingSaid: ErrorBody = { message: '', code: '', param: '', isHtml: false };

/** Reads the body of a refused request. Never throws: one that breaks off or is aborted says what it said so far. */
export async function readErrorBody(response: Response, signal?: AbortSignal): Promise<ErrorBody> {
  return parseErrorBody(await readCapped(response, signal));
}

export function parseErrorBody(text: string): ErrorBody {
  const trimmed = text.trim();
  if (trimmed === '') return nothingSaid;
  if (trimmed.startsWith('<')) return { ...nothingSaid, isHtml: true };
  const parsed = parseJson(trimmed, { maxDepth: 32 });
  if (parsed.ok) return describeErrorValue(parsed.value) ?? nothingSaid;
  return { ...nothingSaid, message: /^[[{]/.test(trimmed) ? messageInside(trimmed) : trimmed };
}

/** The error inside a JSON payload, also of a 200 stream; undefined when the payload holds none. */
export function describeErrorValue(value: JsonValue): ErrorBody | undefined {
  // Some gateways wrap the error in a list.
  const root = Array.isArray(value) ? (value as readonly JsonValue[])[0] : value;
  if (!isJsonObject(root)) return undefined;
  const error = root.error ?? (root.object === 'error' ? root : undefined) ?? root.detail;
  if (error !== undefined && error !== null) return describeInner(error);
  return typeof root.message === 'string' && root.choices === undefined
    ? { ...nothingSaid, message: root.message, code: textOf(root.code) }
    : undefined;
}

/** The error itself, where a protocol gives it without a wrapper. */
export function describeInner(error: JsonValue): ErrorBody {
  if (!isJsonObject(error))
    return { ...nothingSaid, message: typeof error === 'string' ? error : JSON.stringify(error) };
  return {
    message: textOf(error.message) || textOf(error.detail) || JSON.stringify(error),
    code: [error.code, error.type, error.status]
      .map(textOf)
      .filter((text) => text !== '')
      .join(' '),
    param: textOf(error.param),
    isHtml: false,
    ...retryDelayOf(error.details),
  };
}

function retryDelayOf(details: JsonValue | undefined): Pick<ErrorBody, 'retryDelay'> {
  if (!Array.isArray(details)) return {};
  for (const item of details as readonly JsonValue[])
    if (isJsonObject(item) && typeof item.retryDelay === 'string')
      return { retryDelay: item.retryDelay };
  return {};
}

function textOf(value: JsonValue | undefined): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

/** The message of a JSON text that is cut or nested too deep to be parsed. */
function messageInside(text: string): string {
  const match = /"message"\s*:\s*"((?:[^"\\]|\\.){0,1000})/.exec(text);
  return match?.[1] ?? '';
}

async function readCapped(response: Response, signal?: AbortSignal): Promise<string> {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  // Not awaited: a body that never ends need not be waited for.
  const cancel = (): void => {
    reader.cancel().catch(() => undefined);
  };
  signal?.addEventListener('abort', cancel, { once: true });
  const decoder = new TextDecoder();
  let text = '';
  let sizeBytes = 0;
  try {
    while (sizeBytes < limits.errorBodyBytes) {
      const { done, value } = await reader.read();
      if (done) break;
      const room = limits.errorBodyBytes - sizeBytes;
      text += decoder.decode(value.subarray(0, room), { stream: true });
      sizeBytes += value.byteLength;
    }
  } catch {
    // The refusal is known by its status; what was read so far explains it well enough.
  }
  signal?.removeEventListener('abort', cancel);
  cancel();
  return text + decoder.decode();
}
