/** Columns that a model writes: one call for each, because each has a prompt and a model of its own. */
import type { JsonPath } from '#core/base/diagnostic.ts';
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import { readSchemaValue } from '#core/codecs/shapes/json-schema-shape.ts';
import type { ShapeField } from '#core/codecs/shapes/shape.ts';
import { codeLanguages } from '#core/design/code-language.ts';
import { namesIn } from '#core/design/references.ts';
import { columnOf, keepSettings, type Reading } from './reading.ts';
import { isSet, objectAt, objectsAt, textAt } from './values.ts';

/** Column types of Data Designer that a model writes and that have a counterpart here. */
export const writtenTypes: ReadonlySet<string> = new Set([
  'llm-text',
  'llm-code',
  'llm-structured',
  'llm-judge',
]);

interface WrittenPlace {
  readonly path: JsonPath;
  readonly name: string;
  readonly reading: Reading;
}

/** The parts of the column that depend on its call; the call is added to the draft. */
export function readWritten(column: JsonObject, place: WrittenPlace): JsonObject {
  const { path, name, reading } = place;
  const type = textAt(column, 'column_type') ?? '';
  const settings = ['tool_alias', 'multi_modal_context', 'extract_reasoning_content'];
  const used = settings.filter((key) => isSet(column, key));
  if (isSet(column, 'with_trace', 'none')) used.push('with_trace');
  keepSettings(reading, used, { path, owner: name });
  const id = reading.draft.idFor('calls', name);
  const asksFields = type === 'llm-structured' || type === 'llm-judge';
  reading.draft.calls.push({
    id,
    name: id,
    model: textAt(column, 'model_alias') ?? '',
    rowsPerRequest: 1,
    messages: readMessages(column, asksFields, reading),
    output: type === 'llm-judge' ? readJudge(column) : { kind: asksFields ? 'fields' : 'text' },
  });
  reading.draft.places.set(`calls ${id}`, path);
  const fill = { kind: 'generated', call: id };
  if (type === 'llm-code')
    return { type: 'text', fill: { ...fill, ...readLanguage(column, place) } };
  if (type === 'llm-judge') return { type: 'object', fill };
  if (type === 'llm-structured') return readStructured(column, fill, place);
  return { type: 'text', fill };
}

/** A system message that names columns cannot stand before several rows: it becomes the beginning of the task. */
function readMessages(
  column: JsonObject,
  asksFields: boolean,
  { texts }: Reading,
): readonly JsonObject[] {
  const system = textAt(column, 'system_prompt') ?? '';
  const prompt = textAt(column, 'prompt') ?? '';
  for (const text of [system, prompt]) texts.push({ language: 'template', text });
  const seesRow = namesIn({ language: 'template', text: system }).length > 0;
  const role = asksFields && seesRow ? 'user' : 'system';
  return [...(system === '' ? [] : [{ role, content: system }]), { role: 'user', content: prompt }];
}

function readLanguage(column: JsonObject, { path, name, reading }: WrittenPlace): JsonObject {
  const wanted = textAt(column, 'code_lang') ?? '';
  const code = codeLanguages.find((language) => language === wanted);
  if (code !== undefined) return { code };
  reading.kept.add(
    [...path, 'code_lang'],
    `${name}: code in “${wanted}” is not known here and is read as text.`,
  );
  return {};
}

/** Keys of options are texts in a file; where all of them are numbers they are meant as numbers. */
function readJudge(column: JsonObject): JsonObject {
  const scores = objectsAt(column, 'scores').map(({ item }) => {
    const options = Object.entries(objectAt(item, 'options'));
    const isNumeric = options.every(
      ([value]) => value.trim() !== '' && Number.isFinite(Number(value)),
    );
    return {
      name: textAt(item, 'name') ?? 'score',
      description: textAt(item, 'description') ?? '',
      options: options.map(([value, description]) => ({
        value: isNumeric ? Number(value) : value,
        description: typeof description === 'string' ? description : '',
      })),
    };
  });
  return { kind: 'judge', scores };
}

function readStructured(
  column: JsonObject,
  fill: JsonObject,
  { path, name, reading }: WrittenPlace,
): JsonObject {
  const format = objectAt(column, 'output_format');
  const shape = readSchemaValue(format);
  const fields = shape?.fields.map(answerField);
  const hasBounds =
    /"(?:minimum|maximum|exclusiveMinimum|exclusiveMaximum|minLength|maxLength|pattern|minItems|maxItems)"/;
  if (hasBounds.test(JSON.stringify(format)))
    reading.kept.add(
      [...path, 'output_format'],
      `${name}: bounds of single fields are kept in the file; here they are not checked.`,
    );
  for (const loss of shape?.losses ?? [])
    reading.kept.add([...path, 'output_format', ...loss.path], `${name}: ${loss.message}`);
  return { type: 'object', fill: columnOf({ ...fill, fields }) };
}

function answerField({ name, type, description, values, fields }: ShapeField): JsonObject {
  const inner: JsonValue | undefined = fields?.map(answerField);
  return columnOf({ name, type, description, values: values && [...values], fields: inner });
}
