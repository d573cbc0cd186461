/** A design of twelve rows with one call, for tests of runs. */
import { invariant } from '#core/base/invariant.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { restoreDesign } from '#core/design/restore.ts';
import { answerRows, createScriptedModel, type ScriptedModel } from '#core/llm/scripted-model.ts';

export function smallDesign(change: Readonly<Record<string, unknown>> = {}): DatasetDesign {
  const restored = restoreDesign({
    version: 1,
    name: 'Things',
    brief: 'Things in a shop.',
    seed: 7,
    rows: 12,
    models: [{ alias: 'writer', provider: 'demo', model: '' }],
    columns: [
      {
        id: 'kind',
        name: 'kind',
        type: 'text',
        fill: { kind: 'category', values: [{ value: 'lamp' }, { value: 'chair' }] },
      },
      { id: 'title', name: 'title', type: 'text', fill: { kind: 'generated', call: 'write' } },
      {
        id: 'label',
        name: 'label',
        type: 'text',
        fill: { kind: 'template', template: '{{ kind }}: {{ title }}' },
      },
    ],
    calls: [
      {
        id: 'write',
        name: 'write',
        model: 'writer',
        rowsPerRequest: 4,
        messages: [{ role: 'user', content: 'Name a {{ kind }}.' }],
      },
    ],
    ...change,
  });
  invariant(restored.ok && restored.value.notices.length === 0, 'the small design is whole');
  return restored.value.design;
}

/** Writes `Title <row>` for each row; hangs from the request of that number on. */
export function titleWriter(hangsFrom = Infinity): ScriptedModel {
  return createScriptedModel((request, index) =>
    index < hangsFrom
      ? answerRows(request, (row) => ({ title: `Title ${String(row)}` }))
      : { kind: 'hang' },
  );
}

/** Rows that a model was asked for, in the order of asking. */
export function askedRows(model: ScriptedModel): readonly number[] {
  return model.requests.flatMap(({ task }) => (task?.rows ?? []).map(({ row }) => row));
}
