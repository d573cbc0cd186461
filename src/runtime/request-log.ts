/**
 * The inspector's memory: what the last requests said and got, and those that failed, in memory only.
 * Everything leaves through the border of the worker, which takes keys out.
 */
import type { RequestFact } from '#core/engine/request-fact.ts';
import { curlOf } from '#core/llm/curl.ts';
import type { RequestDetail, RequestPart } from './engine-protocol.ts';

const keptRequests = 200;
const keptFailures = 200;
/** Characters of an answer that are kept; longer ones are cut, and say so. */
const keptText = 200_000;

export interface RequestLog {
  note(requestId: string, fact: RequestFact): void;
  detail(requestId: string): RequestDetail | undefined;
}

type Writable<Type> = { -readonly [Name in keyof Type]: Type[Name] };
type Part = Writable<RequestPart>;
type Draft = Writable<Omit<RequestDetail, 'parts'>> & { readonly parts: Part[] };

export function createRequestLog(): RequestLog {
  const latest = new Map<string, Draft>();
  const failed = new Map<string, Draft>();
  const find = (requestId: string): Draft | undefined =>
    latest.get(requestId) ?? failed.get(requestId);
  return {
    note(requestId, fact) {
      if (fact.kind === 'asked') {
        const { kind: _, ...asked } = fact;
        keep(latest, { id: requestId, limit: keptRequests }, begun(requestId, asked));
        return;
      }
      const draft = find(requestId);
      if (draft === undefined) return;
      take(draft, fact);
      const isBad = fact.kind === 'ended' && (fact.error !== undefined || hasRefused(draft));
      if (isBad) keep(failed, { id: requestId, limit: keptFailures }, draft);
    },
    detail: (requestId) => find(requestId),
  };
}

function begun(
  requestId: string,
  asked: Omit<Extract<RequestFact, { kind: 'asked' }>, 'kind'>,
): Draft {
  return { requestId, ...asked, text: '', isTextCut: false, parts: [], read: [] };
}

function take(draft: Draft, fact: Exclude<RequestFact, { kind: 'asked' }>): void {
  switch (fact.kind) {
    case 'part': {
      const { messages, schema } = fact;
      draft.parts.push({ messages, schema, text: '', isTextCut: false });
      break;
    }
    case 'sent':
      (draft.parts.at(-1) ?? draft).curl = curlOf(fact.request);
      break;
    case 'part-text':
      addText(draft.parts.at(-1) ?? draft, fact.text);
      break;
    case 'text':
      addText(draft, fact.text);
      break;
    case 'row': {
      const { row, values, reasons } = fact;
      draft.read = [...draft.read, { row, values, reasons }];
      break;
    }
    case 'ended':
      draft.usage = fact.usage;
      draft.durationMs = fact.durationMs;
      if (fact.error !== undefined) draft.error = fact.error;
      break;
  }
}

function addText(target: Pick<Part, 'text' | 'isTextCut'>, text: string): void {
  target.isTextCut ||= target.text.length + text.length > keptText;
  target.text = (target.text + text).slice(0, keptText);
}

function hasRefused({ read }: Draft): boolean {
  return read.some(({ reasons }) => reasons.length > 0);
}

function keep(
  map: Map<string, Draft>,
  { id, limit }: { readonly id: string; readonly limit: number },
  draft: Draft,
): void {
  map.set(id, draft);
  for (const oldest of map.keys()) {
    if (map.size <= limit) return;
    map.delete(oldest);
  }
}
