/** The prompt of one row for the screen: built from the dataset, or the one that was sent, with its columns marked. */
import type { Dataset } from '#core/engine/dataset.ts';
import { estimatedTokens } from '#core/engine/token-guess.ts';
import { promptView } from '#core/engine/task/prompt-view.ts';
import { ProviderError } from '#core/llm/provider-error.ts';
import type { RowTask } from '#core/llm/row-task.ts';
import { promptOf } from '#core/llm/verbatim-answer.ts';
import type { PromptRequest, PromptView } from './evaluator-protocol.ts';

export function promptOfRow(dataset: Dataset, request: PromptRequest): PromptView {
  const { callId, row, sent } = request;
  const { design, store } = dataset;
  if (dataset.columnPlan.calls.every((call) => call.callId !== callId))
    return unwritten('This call fills no column yet.');
  if (row >= store.rowCount) return unwritten('There is no such row.');
  try {
    const task = dataset.prepare({ callId, rows: [row], attempt: 1, corrections: {} });
    const prompt = promptOf(task);
    const messages = sent ?? prompt.messages;
    const length = messages.reduce((sum, { content }) => sum + content.length, 0);
    const schema = prompt.schema?.schema ?? {};
    return {
      messages: promptView({
        messages,
        design,
        callId,
        row: rowOf(task),
        scope: dataset.scopeOf(row),
      }),
      inputTokens: estimatedTokens(length + JSON.stringify(schema).length),
      schema,
    };
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    return unwritten(error.message);
  }
}

function rowOf({ rows }: RowTask): RowTask['rows'][number] {
  const [row] = rows;
  if (row === undefined) throw new Error('A task for one row has that row.');
  return row;
}

function unwritten(problem: string): PromptView {
  return { messages: [], inputTokens: 0, schema: {}, problem };
}
