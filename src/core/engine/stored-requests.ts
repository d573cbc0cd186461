/** The requests of a run as its journal tells them: enough for a list after a reload, without prompts and answers. */
import { isJsonObject, type JsonObject, type JsonValue } from '#core/base/json.ts';
import type { ErrorReport } from '#core/base/error-report.ts';
import type { Usage } from '#core/llm/language-model.ts';

export interface StoredRequest {
  readonly requestId: string;
  readonly callId: string;
  readonly rows: readonly number[];
  readonly attempt: number;
  readonly provider: string;
  readonly model: string;
  /** When it was sent; absent in journals of older releases. */
  readonly atMs?: number;
  readonly acceptedRows: number;
  /** Reasons by refused row. */
  readonly refused: readonly { readonly row: number; readonly reasons: readonly string[] }[];
  /** Absent when the request never ended: it may have been charged. */
  readonly usage?: Usage;
  readonly durationMs?: number;
  readonly error?: ErrorReport;
}

type Draft = { -readonly [Name in keyof StoredRequest]: StoredRequest[Name] };

/** In the order they were sent. Never throws; records that cannot be read are left out. */
export function storedRequests(records: readonly unknown[]): readonly StoredRequest[] {
  const drafts = new Map<string, Draft>();
  for (const record of records) {
    if (!isJsonObject(record) || typeof record.requestId !== 'string') continue;
    if (record.kind === 'intent') begin(drafts, record.requestId, record);
    const draft = drafts.get(record.requestId);
    if (draft !== undefined) take(draft, record);
  }
  return [...drafts.values()];
}

function begin(drafts: Map<string, Draft>, requestId: string, record: JsonObject): void {
  const { callId, rows, attempt, provider, model, atMs } = record;
  if (typeof callId !== 'string' || !isNumbers(rows)) return;
  drafts.set(requestId, {
    requestId,
    callId,
    rows,
    attempt: typeof attempt === 'number' ? attempt : 1,
    provider: typeof provider === 'string' ? provider : '',
    model: typeof model === 'string' ? model : '',
    ...(typeof atMs === 'number' ? { atMs } : {}),
    acceptedRows: 0,
    refused: [],
  });
}

function take(draft: Draft, record: JsonObject): void {
  if (record.kind === 'slice' && Array.isArray(record.rows))
    draft.acceptedRows += (record.rows as readonly JsonValue[]).length;
  else if (record.kind === 'reject') takeRefusal(draft, record);
  else if (record.kind === 'end') {
    draft.usage = usageOf(record.usage);
    draft.durationMs = typeof record.durationMs === 'number' ? record.durationMs : 0;
    const error = errorOf(record.error);
    if (error !== undefined) draft.error = error;
  }
}

function takeRefusal(draft: Draft, { row, reasons }: JsonObject): void {
  if (typeof row !== 'number' || !Array.isArray(reasons)) return;
  const texts = (reasons as readonly JsonValue[]).filter((reason) => typeof reason === 'string');
  draft.refused = [...draft.refused, { row, reasons: texts }];
}

function usageOf(value: JsonValue | undefined): Usage {
  if (!isJsonObject(value)) return {};
  const { inputTokens, outputTokens } = value;
  return {
    ...(typeof inputTokens === 'number' ? { inputTokens } : {}),
    ...(typeof outputTokens === 'number' ? { outputTokens } : {}),
  };
}

function errorOf(value: JsonValue | undefined): ErrorReport | undefined {
  if (!isJsonObject(value) || typeof value.message !== 'string') return undefined;
  const { name, kind, status, message } = value;
  return {
    name: typeof name === 'string' ? name : 'Error',
    message,
    ...(typeof kind === 'string' ? { kind } : {}),
    ...(typeof status === 'number' ? { status } : {}),
  };
}

function isNumbers(value: JsonValue | undefined): value is readonly number[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'number');
}
