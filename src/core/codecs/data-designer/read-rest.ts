/** What stands beside the columns: inequalities, processors, and what only Data Designer can do. */
import type { JsonPath } from '#core/base/diagnostic.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '#core/base/json.ts';
import { isReferable } from '#core/design/column-names.ts';
import { fieldValue } from '#core/design/field-value.ts';
import { columnOf, type Reading } from './reading.ts';
import { listAt, objectAt, objectsAt, textAt } from './values.ts';

const signs: Readonly<Record<string, string>> = { lt: '<', le: '<=', gt: '>', ge: '>=' };

/** Rules as expressions. A bound without a type is a number where it looks like one, else a column. */
export function readConstraints(config: JsonObject, reading: Reading): readonly JsonObject[] {
  return objectsAt(config, 'constraints').flatMap(({ item, index }): readonly JsonObject[] => {
    const target = textAt(item, 'target_column') ?? '';
    const sign = signs[textAt(item, 'operator') ?? ''];
    const bound = boundOf(fieldValue(item, 'rhs'));
    if (sign === undefined || bound === undefined || !isReferable(target)) {
      reading.kept.add(
        ['constraints', index],
        `The rule about ${target} is kept in the file and not used here.`,
      );
      return [];
    }
    const expression = `${target} ${sign} ${bound}`;
    reading.texts.push({ language: 'expression', text: expression });
    return [{ kind: 'expression', expression }];
  });
}

function boundOf(bound: JsonValue): string | undefined {
  if (typeof bound === 'number') return String(bound);
  if (typeof bound !== 'string') return undefined;
  const isNumber = bound.trim() !== '' && Number.isFinite(Number(bound));
  return isNumber || isReferable(bound) ? bound.trim() : undefined;
}

/** Dropped columns are marked as such; a template of texts becomes a column. Returns the names to drop. */
export function readProcessors(config: JsonObject, reading: Reading): (name: string) => boolean {
  const patterns = objectsAt(config, 'processors').flatMap(({ item, index }) => {
    if (textAt(item, 'processor_type') === 'drop_columns') return globsOf(item).map(globPattern);
    readProcessor(item, ['processors', index], reading);
    return [];
  });
  return (name) => patterns.some((pattern) => pattern.test(name));
}

function readProcessor(item: JsonObject, path: JsonPath, reading: Reading): void {
  const name = textAt(item, 'name') ?? `processor_${path.length}`;
  const isTransform = textAt(item, 'processor_type') === 'schema_transform';
  const column = isTransform ? readTransform(objectAt(item, 'template'), reading) : undefined;
  if (column !== undefined) reading.draft.addColumn(name, column, path);
  else reading.kept.add(path, `${name}: this processor is kept in the file and not used here.`);
}

/** The names of columns that a processor drops; `*` stands for any letters. */
export function globsOf(processor: JsonObject): readonly string[] {
  return listAt(processor, 'column_names').filter((glob) => typeof glob === 'string');
}

export function globPattern(glob: string): RegExp {
  const parts = glob.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}

/** A chat, or an object of texts; undefined for any other tree. */
function readTransform(template: JsonObject, { texts }: Reading): JsonObject | undefined {
  const chat = readChat(template);
  const strings = Object.values(template).filter((value) => typeof value === 'string');
  const isFlat = strings.length > 0 && strings.length === Object.keys(template).length;
  if (chat === undefined && !isFlat) return undefined;
  for (const text of JSON.stringify(template).match(/\{\{.*?\}\}/g) ?? [])
    texts.push({ language: 'template', text: text.replaceAll('\\"', '"') });
  return { type: 'object', fill: chat ?? { kind: 'object', entries: template } };
}

const roles: ReadonlySet<JsonValue> = new Set(['system', 'user', 'assistant', 'tool']);
const chatKeys: ReadonlySet<string> = new Set(['messages', 'conversation_id', 'metadata']);

function readChat(template: JsonObject): JsonObject | undefined {
  if (!Array.isArray(template.messages) || !Object.keys(template).every((key) => chatKeys.has(key)))
    return undefined;
  const messages = (template.messages as readonly JsonValue[]).filter(isMessage);
  const metadata = objectAt(template, 'metadata');
  const isWhole =
    messages.length === template.messages.length &&
    Object.values(metadata).every((value) => typeof value === 'string');
  if (!isWhole) return undefined;
  return columnOf({
    kind: 'chat',
    messages,
    metadata,
    conversationId: textAt(template, 'conversation_id'),
  });
}

function isMessage(value: JsonValue): value is JsonObject {
  return (
    isJsonObject(value) &&
    Object.keys(value).length === 2 &&
    roles.has(value.role ?? null) &&
    typeof value.content === 'string'
  );
}

/** Tools and profilers: named one by one, because each of them does something over there. */
export function noteOthers(config: JsonObject, { kept }: Reading): void {
  for (const { item, index } of objectsAt(config, 'tool_configs'))
    kept.add(
      ['tool_configs', index],
      `${textAt(item, 'tool_alias') ?? 'Tools'}: tools are kept in the file and not used here.`,
    );
  for (const { item, index } of objectsAt(config, 'profilers'))
    kept.add(
      ['profilers', index],
      `The profiler of ${textAt(item, 'model_alias') ?? 'a model'} is kept in the file and not used here.`,
    );
}
