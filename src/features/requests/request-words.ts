/** What the table of requests says of one request. */
import { counted } from '#core/base/counted.ts';
import type { RequestEntry } from '#state/run-store.ts';
import type { TagTone } from '#ui/marks/tag.tsx';

export interface RequestState {
  readonly tone: TagTone;
  readonly text: string;
}

/** Ranges of row numbers as people read them: "1 to 10", "82, 87". */
export function rowRange(rows: readonly number[]): string {
  const [first] = rows;
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return '';
  if (rows.length === 1) return String(first + 1);
  if (last - first === rows.length - 1) return `${first + 1} to ${last + 1}`;
  const shown = rows.slice(0, 4).map((row) => row + 1);
  return rows.length > 4 ? `${shown.join(', ')} …` : shown.join(', ');
}

export function requestState(request: RequestEntry): RequestState {
  const { rows, streamedRows, acceptedRows, error } = request;
  if (request.endedAtMs === undefined)
    return {
      tone: 'plain',
      text: streamedRows === 0 ? 'sent' : `${streamedRows} of ${rows.length} rows`,
    };
  if (wasStopped(request)) return { tone: 'plain', text: 'stopped' };
  if (error !== undefined) return { tone: 'bad', text: error.message };
  if (acceptedRows < rows.length)
    return { tone: 'warn', text: `${acceptedRows} of ${rows.length} rows, the rest asked again` };
  return { tone: 'ok', text: counted(acceptedRows, 'row') };
}

/** Ended by a stop of the run: no fault of its own. */
export function wasStopped({ error }: RequestEntry): boolean {
  return error?.name === 'AbortError';
}

export function hasFailed(request: RequestEntry): boolean {
  return request.error !== undefined && !wasStopped(request);
}

export function tokensText(request: RequestEntry): string {
  const { usage } = request;
  const part = (tokens: number | undefined) =>
    tokens === undefined ? '·' : tokens.toLocaleString('en');
  return usage === undefined ? '·' : `${part(usage.inputTokens)} / ${part(usage.outputTokens)}`;
}

export function secondsText(request: RequestEntry, nowMs: number): string {
  const seconds = ((request.endedAtMs ?? nowMs) - request.startedAtMs) / 1_000;
  return `${Math.max(0, seconds).toFixed(1)} s`;
}

/** 22.3k for 22,310: figures that are read at a glance. */
export function shortCount(count: number): string {
  if (count < 1_000) return String(count);
  return count < 999_500 ? `${(count / 1_000).toFixed(1)}k` : `${(count / 1_000_000).toFixed(1)}M`;
}

/** Of the requests that have ended; undefined before the first has. */
export function medianSeconds(requests: readonly RequestEntry[]): number | undefined {
  const times = requests
    .flatMap(({ startedAtMs, endedAtMs }) =>
      endedAtMs === undefined ? [] : [endedAtMs - startedAtMs],
    )
    .toSorted((a, b) => a - b);
  const middle = times[Math.floor(times.length / 2)];
  return middle === undefined ? undefined : middle / 1_000;
}
