/** Hooks that ask the workers about one request or one prompt, and keep the answer while the question stands. */
import { useEffect, useState } from 'react';
import { canonicalJson, type JsonValue } from '#core/base/json.ts';
import type { ChatMessage } from '#core/llm/language-model.ts';
import type { RequestDetail } from '#runtime/engine-protocol.ts';
import type { CellRef } from '#core/rows/cell-selection.ts';
import type { PromptView } from '#runtime/evaluator-protocol.ts';
import { useDataset, useRowsVersion, useRun, useWorkbench } from './react.tsx';
import type { RequestEntry } from './run-store.ts';

export interface Asked<Value> {
  /** Undefined until the answer is there; then the last one, until the next replaces it. */
  readonly value: Value | undefined;
  readonly isAnswered: boolean;
}

/** Asks again when `key` changes; an answer that comes too late is dropped. */
function useAsked<Value>(key: string | undefined, ask: () => Promise<Value>): Asked<Value> {
  const [answer, setAnswer] = useState<{ readonly key: string; readonly value: Value }>();
  useEffect(() => {
    if (key === undefined) return undefined;
    let isCurrent = true;
    // A worker that died answers nobody; its successor is asked when something changes.
    const keep = (value: Value): void => {
      if (isCurrent) setAnswer({ key, value });
    };
    ask().then(keep, () => undefined);
    return () => {
      isCurrent = false;
    };
    // The key stands for everything that `ask` reads.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [key]);
  return { value: answer?.value, isAnswered: answer !== undefined && answer.key === key };
}

/** What the engine remembers of a request of this session. */
export function useRequestDetail(
  entry: RequestEntry | undefined,
): Asked<RequestDetail | undefined> {
  const { workers } = useWorkbench();
  const requestId = entry?.requestId ?? '';
  const progress = `${entry?.streamedRows} ${entry?.endedAtMs}`;
  const asked = useAsked(entry === undefined ? undefined : `${requestId} ${progress}`, () =>
    workers.engine.requestDetail({ requestId }),
  );
  const isOther = asked.value !== undefined && asked.value.requestId !== requestId;
  return isOther ? { value: undefined, isAnswered: false } : asked;
}

interface PromptQuestion {
  readonly callId: string;
  readonly row: number;
  /** As it was sent; as it would be sent now when absent. */
  readonly sent?: readonly ChatMessage[] | undefined;
}

/** The prompt of a row in parts; follows edits of the design. */
export function usePromptView(question: PromptQuestion | undefined): Asked<PromptView> {
  const { workers } = useWorkbench();
  const stamp = useRowsVersion();
  const rewordings = useDataset((state) => state.rewordings);
  const key =
    question &&
    `${question.callId} ${question.row} ${question.sent?.length ?? 'now'} ${question.sent?.at(-1)?.content.length ?? ''} ${stamp} ${rewordings}`;
  return useAsked(key, () => {
    const { callId = '', row = 0, sent } = question ?? {};
    return workers.evaluator.prompt({ callId, row, ...(sent === undefined ? {} : { sent }) });
  });
}

/** What a cell held just before it was written again; undefined when that is what it holds, or unknown. */
export function useEarlierValue({ row, columnId }: CellRef, now: JsonValue | undefined) {
  const { workers } = useWorkbench();
  const stamp = useRowsVersion();
  const asked = useAsked(`${row} ${columnId} ${stamp}`, () =>
    workers.evaluator.earlierValues({ row, columnId }),
  );
  const earlier = asked.isAnswered ? asked.value?.at(-1) : undefined;
  return earlier === undefined || canonicalJson(earlier) === canonicalJson(now ?? null)
    ? undefined
    : earlier;
}

/** The newest request that asked for a cell of this call in this row. */
export function useRequestOf(callId: string | undefined, row: number): RequestEntry | undefined {
  return useRun(({ requests }) =>
    requests.findLast((request) => request.callId === callId && request.rows.includes(row)),
  );
}

export type { PromptView, RequestDetail };
