/** Calls as the columns they write. Where one call fills several, Data Designer writes one object, and expressions pick it apart. */
import type { JsonObject } from '#core/base/json.ts';
import { objectSchema } from '#core/codecs/rows-json-schema.ts';
import type { Column } from '#core/design/design.ts';
import type { AnswerField } from '#core/design/fill.ts';
import type { JudgeOutput } from '#core/design/judge.ts';
import { languageLabel } from '#core/design/code-language.ts';
import { isReferable, uniqueName } from '#core/design/column-names.ts';
import { dtypeOf, skipOf } from './write-expressions.ts';
import { writePrompt, type CallColumns } from './write-prompt.ts';
import { given, writtenName, type PlacedColumn, type Writing } from './writing.ts';

/** The columns of one call, in their order; empty for conversations, which have no counterpart. */
export function writeCall(asked: CallColumns, writing: Writing): readonly JsonObject[] {
  const { call, path, columns } = asked;
  const { output } = call;
  noteCall(asked, writing);
  switch (output.kind) {
    case 'conversation':
      writing.losses.add(
        [...path, 'output'],
        `Data Designer plays no conversations, so ${columns.map(({ column }) => column.name).join(', ')} was left out.`,
      );
      return [];
    case 'judge':
      return columns.slice(0, 1).map((one) => ({
        ...written(one, 'llm-judge', { asked, writing }),
        scores: writeScores(output),
      }));
    case 'text':
      return columns.map((one) => writeText(one, asked, writing));
    case 'fields':
      return writeAlone(asked, writing) ?? writeTogether(asked, writing);
  }
}

/** A call for one text or one object is a column by itself; undefined for all others. */
function writeAlone(asked: CallColumns, writing: Writing): readonly JsonObject[] | undefined {
  const [only, ...others] = asked.columns;
  const fill = only?.column.fill;
  if (only === undefined || others.length > 0 || fill?.kind !== 'generated') return undefined;
  const { type } = only.column;
  if (type === 'text' && fill.values === undefined) return [writeText(only, asked, writing)];
  if (type !== 'object' || fill.fields === undefined) return undefined;
  return [
    {
      ...written(only, 'llm-structured', { asked, writing }),
      output_format: objectSchema(fill.fields),
    },
  ];
}

function writeText(placed: PlacedColumn, asked: CallColumns, writing: Writing): JsonObject {
  const { fill } = placed.column;
  const code = fill.kind === 'generated' ? fill.code : undefined;
  if (code !== undefined && code !== 'json')
    return { ...written(placed, 'llm-code', { asked, writing }), code_lang: code };
  if (code === 'json')
    writing.losses.add(
      placed.path,
      `Data Designer checks no ${languageLabel(code)}, so ${placed.column.name} is a plain text there.`,
    );
  return written(placed, 'llm-text', { asked, writing });
}

/** One object for all, and an expression for each column. */
function writeTogether(asked: CallColumns, writing: Writing): readonly JsonObject[] {
  const { call, columns, path } = asked;
  const taken = new Set(writing.design.columns.map(writtenName));
  const together = uniqueName(isReferable(call.name) ? `${call.name}_row` : 'written_row', taken);
  const fields = columns.map(({ column }) => fieldOf(column));
  writing.losses.add(
    path,
    `Data Designer writes what ${call.name} fills as one object, ${together}, and picks it apart.`,
  );
  const nested = columns.filter(({ column }) => column.type === 'list' || column.type === 'object');
  for (const { column, path: place } of nested)
    writing.losses.add(
      place,
      `${column.name} becomes a text: an expression of Data Designer gives no ${column.type}.`,
    );
  return [
    given({
      name: together,
      column_type: 'llm-structured',
      model_alias: call.model,
      ...writePrompt(asked, writing),
      output_format: objectSchema(fields),
      drop: true,
      skip: skipOf(undefined, call, { path, writing }),
    }),
    ...columns.map(({ column, path: place }) =>
      given({
        name: writtenName(column),
        column_type: 'expression',
        expr: `{{ ${together}.${writtenName(column)} }}`,
        dtype: dtypeOf(column.type),
        drop: column.drop ? true : undefined,
        skip: skipOf(column, undefined, { path: place, writing }),
      }),
    ),
  ];
}

function written(
  { column, path }: PlacedColumn,
  type: string,
  { asked, writing }: { readonly asked: CallColumns; readonly writing: Writing },
): JsonObject {
  return given({
    name: writtenName(column),
    column_type: type,
    model_alias: asked.call.model,
    ...writePrompt(asked, writing),
    drop: column.drop ? true : undefined,
    skip: skipOf(column, asked.call, { path, writing }),
  });
}

function fieldOf(column: Column): AnswerField {
  const { type, description, fill } = column;
  const { values, fields } = fill.kind === 'generated' ? fill : {};
  return {
    name: writtenName(column),
    type,
    ...(description === '' ? {} : { description }),
    ...(values === undefined ? {} : { values }),
    ...(fields === undefined ? {} : { fields }),
  };
}

function writeScores({ scores }: JudgeOutput): readonly JsonObject[] {
  return scores.map(({ name, description, options }) => ({
    name,
    description,
    options: Object.fromEntries(
      options.map((option) => [String(option.value), option.description]),
    ),
  }));
}

/** What a call can do here and not there. */
function noteCall({ call, path }: CallColumns, { losses }: Writing): void {
  const { output } = call;
  const note = (key: string, message: string): void => losses.add([...path, key], message);
  if (call.examples.length > 0)
    note('examples', `Examples of ${call.name} have no place in Data Designer.`);
  if (call.verify !== undefined)
    note('verify', `Texts of ${call.name} are not read back in Data Designer.`);
  if (call.plan !== undefined) note('plan', `Data Designer plans no rows for ${call.name}.`);
  if (call.rowsPerRequest > 1 && (output.kind === 'fields' || output.kind === 'judge'))
    note(
      'rowsPerRequest',
      `Data Designer asks for one row at a time, so ${call.name} takes more requests there.`,
    );
  const isBound = output.kind === 'judge' && output.scores.some(({ least }) => least !== undefined);
  if (isBound)
    note('output', `Data Designer writes no row again that ${call.name} scores too low.`);
}
