/**
 * An answer may take several requests: a text and its proof, the turns of a conversation. Each of them
 * is told to the inspector as a part, with its prompt and its raw answer.
 */
import type { LanguageModel } from '#core/llm/language-model.ts';
import type { RowTask } from '#core/llm/row-task.ts';
import type { RequestFact } from './request-fact.ts';

/** The model itself where one request is the whole answer, or nobody looks. */
export function toldModel(
  model: LanguageModel,
  task: RowTask,
  tell: ((fact: RequestFact) => void) | undefined,
): LanguageModel {
  const isWhole = task.verification === undefined && task.conversation === undefined;
  if (isWhole || tell === undefined) return model;
  return {
    id: model.id,
    async *stream(request, signal) {
      const { messages, schema } = request;
      tell({ kind: 'part', messages, schema: schema?.schema });
      for await (const event of model.stream(request, signal)) {
        if (event.kind === 'text-delta') tell({ kind: 'part-text', text: event.text });
        yield event;
      }
    },
  };
}
