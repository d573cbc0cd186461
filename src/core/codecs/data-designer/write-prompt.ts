/** The prompt of a column: there it is all that a model sees, so what our requests say around it goes into it. */
import type { JsonPath } from '#core/base/diagnostic.ts';
import type { JsonObject } from '#core/base/json.ts';
import { asksForFields } from '#core/design/call-output.ts';
import { isReferable } from '#core/design/column-names.ts';
import type { Call, DatasetDesign } from '#core/design/design.ts';
import { fillGroup } from '#core/design/fill-group.ts';
import { namesIn } from '#core/design/references.ts';
import { given, nameOfId, writtenName, type PlacedColumn, type Writing } from './writing.ts';

export interface CallColumns {
  readonly call: Call;
  readonly path: JsonPath;
  readonly columns: readonly PlacedColumn[];
}

/** `prompt`, and `system_prompt` where there is one. */
export function writePrompt(asked: CallColumns, writing: Writing): JsonObject {
  const { call, path } = asked;
  const { design, missing, template } = writing;
  const texts = (isSystem: boolean): readonly string[] =>
    call.messages.flatMap(({ role, content }, index) =>
      (role === 'system') === isSystem
        ? [template(content, [...path, 'messages', index, 'content'])]
        : [],
    );
  const about = asksForFields(call) ? [design.brief, design.instructions] : [];
  const system = [...about, ...texts(true)].filter((text) => text.trim() !== '');
  const user = texts(false);
  const shown = shownColumns(call, design, user)
    .filter((id) => !missing.has(id))
    .flatMap((id) => nameOfId(design, id) ?? [])
    .map((name) => `- ${name}: {{ ${name} }}`);
  return given({
    system_prompt: system.length === 0 ? undefined : system.join('\n\n'),
    prompt: [
      ...(user.length === 0 ? [taskOf(asked)] : user),
      ...(shown.length === 0 ? [] : [`What is known:\n${shown.join('\n')}`]),
    ].join('\n\n'),
  });
}

function taskOf({ columns }: CallColumns): string {
  const fields = columns.map(({ column }) =>
    column.description === ''
      ? writtenName(column)
      : `${writtenName(column)}: ${column.description}`,
  );
  return `Write ${fields.join('; ')}.`;
}

/** What a judge is shown; for others what is known of the row, where the prompt names nothing of it. */
function shownColumns(
  { output }: Call,
  { columns }: DatasetDesign,
  user: readonly string[],
): readonly string[] {
  if (output.kind === 'judge') return output.shows;
  if (user.some((text) => namesIn({ language: 'template', text }).length > 0)) return [];
  const plain = columns.filter(({ fill, name, type }) => {
    const group = fillGroup(fill.kind);
    return (group === 'sampled' || group === 'source') && isReferable(name) && type !== 'object';
  });
  return plain.map(({ id }) => id);
}
