/** Ties the rows of an answer to the rows of its task while it streams. */
import { isForbiddenKey, type JsonObject, type JsonValue } from '#core/base/json.ts';
import { rowKeyOf } from './answer-schema.ts';
import type { FinishReason, ModelEvent, Usage } from './language-model.ts';
import type { ScannedRow } from './parse-row.ts';
import { createRowMatcher, type MatchedRow } from './row-matcher.ts';
import { createRowScanner, type ScannedProblem } from './row-scanner.ts';
import type { AnsweredRow, RowTask } from './row-task.ts';

export interface AnswerEnd {
  /** Rows that only the end could tell. */
  readonly rows: readonly AnsweredRow[];
  /** Rows of the task without an answer, 0-based indices in the order of the task. */
  readonly missing: readonly number[];
  /** Objects beyond those asked for, with unknown numbers, or for a row that has its answer. */
  readonly extraCount: number;
  /** Parts of the answer that could not be read. */
  readonly problems: readonly ScannedProblem[];
  /** The unfinished row at the end; empty when the answer was complete. */
  readonly leftover: string;
}

export interface AnswerReader {
  /** Rows that this piece completed. Each row of the task comes at most once. */
  push(text: string): readonly AnsweredRow[];
  end(): AnswerEnd;
}

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
  const reader = createAnswerReader(task);
  let hasText = false;
  try {
    for await (const event of events) {
      if (event.kind === 'text-delta') hasText ||= event.text.trim() !== '';
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
      const { rows, missing, extraCount, problems } = reader.end();
      const { reason } = event;
      const end = { kind: 'finished', reason, hasText, missing, extraCount, problems } as const;
      return [...rowsPart(rows), end];
    }
  }
}

function rowsPart(rows: readonly AnsweredRow[]): readonly AnswerPart[] {
  return rows.length === 0 ? [] : [{ kind: 'rows', rows }];
}

export function createAnswerReader(task: RowTask): AnswerReader {
  const rowKey = rowKeyOf(task.fields);
  const fieldNames = task.fields.map((field) => field.name);
  const scanner = createRowScanner({ fieldNames, rowKey });
  const matcher = createRowMatcher(task.rows.map((row) => row.row));
  let isSilent = true;

  const answered = (matched: readonly MatchedRow[]): readonly AnsweredRow[] =>
    matched.map(({ row, scanned }) => ({ row, values: valuesOf(scanned.object, rowKey) }));
  const match = (scanned: readonly ScannedRow[]): readonly AnsweredRow[] => {
    if (scanned.length > 0) isSilent = false;
    return answered(scanned.flatMap((item) => matcher.take(item)));
  };

  return {
    push: (text) => match(scanner.push(text)),
    end() {
      const scan = scanner.end();
      const rows = [...match(scan.rows), ...answered(matcher.end())];
      const { leftover } = scan;
      isSilent &&= scan.problems.length === 0 && leftover === '';
      return {
        rows,
        missing: matcher.missing(),
        extraCount: matcher.extraCount,
        problems: isSilent ? [noRows] : scan.problems,
        leftover,
      };
    },
  };
}

const noRows: ScannedProblem = { message: 'The answer holds no rows.', excerpt: '' };

/** All own keys but the row number and those that could reach a prototype. */
function valuesOf(object: JsonObject, rowKey: string): Record<string, JsonValue> {
  const values: Record<string, JsonValue> = {};
  for (const key of Object.keys(object)) {
    const value = object[key];
    if (key !== rowKey && !isForbiddenKey(key) && value !== undefined) values[key] = value;
  }
  return values;
}
