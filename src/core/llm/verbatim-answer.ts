/** Reads answers that are taken as they stand: one text for one row, or the values of a finished conversation. */
import { isJsonObject, parseJson } from '#core/base/json.ts';
import { limits } from '#core/base/limits.ts';
import type { ModelRequest } from './language-model.ts';
import { buildPrompt } from './prompt.ts';
import { createAnswerReader, type AnswerReader } from './read-answer.ts';
import type { AnsweredRow, RowTask } from './row-task.ts';

/** Whether the answer is taken as it stands instead of being searched for rows. */
function isVerbatim({ chat, conversation }: RowTask): boolean {
  return chat !== undefined || conversation !== undefined;
}

/** The reader of whatever the task asks for. A text that was cut off gives no row. */
export function createTaskReader(task: RowTask, isFinished: () => boolean): AnswerReader {
  if (!isVerbatim(task)) return createAnswerReader(task);
  let text = '';
  return {
    push(piece) {
      text += piece;
      return [];
    },
    end() {
      const rows = isFinished() ? rowsOf(task, text) : [];
      const missing = rows.length > 0 ? [] : task.rows.map(({ row }) => row);
      return { rows, missing, extraCount: 0, problems: [], leftover: '' };
    },
  };
}

function rowsOf(task: RowTask, text: string): readonly AnsweredRow[] {
  const [first] = task.rows;
  const [field] = task.fields;
  if (first === undefined || field === undefined) return [];
  if (task.conversation === undefined) return [{ row: first.row, values: { [field.name]: text } }];
  const parsed = parseJson(text, { maxLength: limits.answerBytes, maxDepth: 128 });
  return parsed.ok && isJsonObject(parsed.value) ? [{ row: first.row, values: parsed.value }] : [];
}

/** Messages and schema of the request. A conversation writes its own messages as it goes. */
export function promptOf(task: RowTask): Pick<ModelRequest, 'messages' | 'schema'> {
  if (task.conversation !== undefined) return { messages: [] };
  return task.chat === undefined ? buildPrompt(task) : { messages: task.chat };
}
