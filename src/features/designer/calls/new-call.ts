import { uniqueName } from '#core/design/column-names.ts';
import type { DesignCommand } from '#core/design/command.ts';
import type { DatasetDesign } from '#core/design/design.ts';

/** Adds a call under a free name as the last command, and a model alias before it where there is none. */
export function newCall(design: DatasetDesign): readonly DesignCommand[] {
  const id = uniqueName('writer', new Set(design.calls.map((call) => call.id)));
  const name = uniqueName(id, new Set(design.calls.map((call) => call.name)));
  const alias = design.models[0]?.alias;
  const model = alias ?? 'writer';
  const needs: readonly DesignCommand[] =
    alias === undefined
      ? [{ kind: 'add-model', model: { alias: model, provider: 'demo', model: '' } }]
      : [];
  const call = {
    id,
    name,
    model,
    rowsPerRequest: 10,
    messages: [],
    examples: [],
    output: { kind: 'fields' },
  } as const;
  return [...needs, { kind: 'add-call', call }];
}
