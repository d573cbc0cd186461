/** An answer while it streams: its rows as they close, what it used, and its end. */
import type { FinishReason, ModelEvent, Usage } from './language-model.ts';
import type { AnswerReader } from './read-answer.ts';
import type { AnsweredRow, RowTask } from './row-task.ts';
import type { ScannedProblem } from './row-scanner.ts';
import { createTaskReader } from './verbatim-answer.ts';

export type AnswerPart =
  /** Rows that have closed; each row of the task comes at most once. */
  | { readonly kind: 'rows'; readonly rows: readonly AnsweredRow[] }
  | { readonly kind: 'usage'; readonly usage: Usage }
  | {
      readonly kind: 'finished';
      readonly reason: FinishReason;
      readonly hasText: boolean;
      readonly missing: readonly number[];
      readonly extraCount: number;
      readonly problems: readonly ScannedProblem[];
    };

/**
 * The rows of a model's answer as they close, then its end. When the stream fails, the rows that had
 * closed are yielded before the error is thrown on.
 */
export async function* readAnswer(
  events: AsyncIterable<ModelEvent>,
  task: RowTask,
): AsyncGenerator<AnswerPart, void, undefined> {
  let finish: FinishReason | undefined;
  const reader = createTaskReader(task, () => finish !== undefined && finish !== 'length');
  let hasText = false;
  try {
    for await (const event of events) {
      if (event.kind === 'text-delta') hasText ||= event.text.trim() !== '';
      if (event.kind === 'finished') finish = event.reason;
      yield* partsOf(event, reader, hasText);
      if (event.kind === 'finished') return;
    }
  } catch (error) {
    yield* rowsPart(reader.end().rows);
    throw error;
  }
}

function partsOf(event: ModelEvent, reader: AnswerReader, hasText: boolean): readonly AnswerPart[] {
  switch (event.kind) {
    case 'text-delta':
      return rowsPart(reader.push(event.text));
    case 'usage':
      return [event];
    case 'finished': {
      const { rows, missing, extraCount, problems } = reader.end(event.reason);
      const { reason } = event;
      const end = { kind: 'finished', reason, hasText, missing, extraCount, problems } as const;
      return [...rowsPart(rows), end];
    }
  }
}

function rowsPart(rows: readonly AnsweredRow[]): readonly AnswerPart[] {
  return rows.length === 0 ? [] : [{ kind: 'rows', rows }];
}
