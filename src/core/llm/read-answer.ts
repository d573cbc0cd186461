/** Ties the rows of an answer to the rows of its task while it streams. */
import { isForbiddenKey, type JsonObject, type JsonValue } from '#core/base/json.ts';
import { rowKeyOf } from './answer-schema.ts';
import type { FinishReason } from './language-model.ts';
import { createNameMatcher } from './field-names.ts';
import type { ScannedRow } from './parse-row.ts';
import { createRowMatcher, type MatchedRow } from './row-matcher.ts';
import type { ScannedProblem } from './row-scanner.ts';
import { createRowSource } from './row-source.ts';
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
  /** `reason` is how the answer ended, undefined when it broke off. */
  end(reason?: FinishReason): AnswerEnd;
}

/**
 * Reads rows from whatever a model makes of the request: JSON in any wrapping, tables in CSV or Markdown,
 * lists of columns. What comes first decides; what only the end can tell is read then.
 */
export function createAnswerReader(task: RowTask): AnswerReader {
  const { fields } = task;
  const rowKey = rowKeyOf(fields);
  const source = createRowSource({ fields, rowKey });
  const matcher = createRowMatcher(task.rows.map((row) => row.row));
  const nameOf = createNameMatcher(fields.map((field) => field.name));
  const answered = (matched: readonly MatchedRow[]): readonly AnsweredRow[] =>
    matched.map(({ row, scanned }) => ({ row, values: valuesOf(scanned.object, rowKey, nameOf) }));
  const match = (scanned: readonly ScannedRow[]): readonly AnsweredRow[] =>
    answered(scanned.flatMap((item) => matcher.take(item)));

  return {
    push: (text) => match(source.push(text)),
    end(reason) {
      const isWhole = reason === 'stop' || reason === 'other';
      const { rows: late, problems, leftover } = source.end(isWhole);
      const rows = [...match(late), ...answered(matcher.end())];
      return {
        rows,
        missing: matcher.missing(),
        extraCount: matcher.extraCount,
        problems,
        leftover,
      };
    },
  };
}

/**
 * Keys that were asked for under their own names, and others as they are, without the row number and
 * without those that could reach a prototype.
 */
function valuesOf(
  object: JsonObject,
  rowKey: string,
  nameOf: (name: string) => string | undefined,
): Record<string, JsonValue> {
  const values: Record<string, JsonValue> = {};
  for (const key of Object.keys(object)) {
    const value = object[key];
    if (key === rowKey || isForbiddenKey(key) || value === undefined) continue;
    const name = nameOf(key) ?? key;
    // The exact name counts where an answer has both.
    if (name === key || !Object.hasOwn(object, name)) values[name] = value;
  }
  return values;
}
