/** Derived columns as expressions and processors. */
import type { JsonPath } from '#core/base/diagnostic.ts';
import type { JsonObject } from '#core/base/json.ts';
import type { Call, Column, ColumnType } from '#core/design/design.ts';
import type { FillOf } from '#core/design/fill.ts';
import { given, nameOfId, writtenName, type PlacedColumn, type Writing } from './writing.ts';

/** The result type of an expression; everything else is a text there. */
export function dtypeOf(type: ColumnType): 'str' | 'int' | 'float' | 'bool' {
  if (type === 'integer') return 'int';
  if (type === 'decimal') return 'float';
  return type === 'boolean' ? 'bool' : 'str';
}

/** The condition of the column, of its call, or of both; undefined where there is none. */
export function skipOf(
  column: Pick<Column, 'skip'> | undefined,
  call: Pick<Call, 'skip'> | undefined,
  { path, writing }: { readonly path: JsonPath; readonly writing: Writing },
): JsonObject | undefined {
  const conditions = [column?.skip, call?.skip].filter((skip) => skip !== undefined);
  if (conditions.length === 0) return undefined;
  const written = conditions.map((text) => writing.expression(text, [...path, 'skip']));
  const when = written.length === 1 ? written[0] : written.map((text) => `(${text})`).join(' or ');
  return { when: `{{ ${when ?? ''} }}`, value: null };
}

/** The expression that gives a derived column; undefined for those that are processors or have no counterpart. */
export function writeDerived(placed: PlacedColumn, writing: Writing): JsonObject | undefined {
  const { column, path } = placed;
  const expr = exprOf(placed, writing);
  if (expr === undefined) return undefined;
  return given({
    name: writtenName(column),
    column_type: 'expression',
    expr,
    dtype: dtypeOf(column.type),
    drop: column.drop ? true : undefined,
    skip: skipOf(column, undefined, { path, writing }),
  });
}

function exprOf({ column, path }: PlacedColumn, writing: Writing): string | undefined {
  const { fill, name } = column;
  const { losses, design } = writing;
  switch (fill.kind) {
    case 'template':
      return writing.template(fill.template, [...path, 'fill', 'template']);
    case 'formula':
      return writeFormula(fill, { column, path }, writing);
    case 'pick': {
      const root = nameOfId(design, fill.column) ?? fill.column;
      const separator = fill.path.startsWith('[') || fill.path.startsWith('.') ? '' : '.';
      return `{{ ${root}${separator}${fill.path} }}`;
    }
    case 'list':
    case 'postprocess':
      losses.add(
        [...path, 'fill'],
        `Data Designer has no ${fill.kind === 'list' ? 'lists of templates' : 'cleaned texts'}, so ${name} was left out.`,
      );
      return undefined;
    default:
      return undefined;
  }
}

function writeFormula(
  { expression, noise, rounding }: FillOf<'formula'>,
  { column, path }: PlacedColumn,
  writing: Writing,
): string {
  const text = writing.expression(expression, [...path, 'fill', 'expression']);
  if (noise !== undefined)
    writing.losses.add([...path, 'fill', 'noise'], `${column.name} has no noise in Data Designer.`);
  if (rounding?.ending !== undefined)
    writing.losses.add(
      [...path, 'fill', 'rounding'],
      `${column.name} has no fixed ending in Data Designer.`,
    );
  return rounding === undefined
    ? `{{ ${text} }}`
    : `{{ (${text}) | round(${rounding.decimalPlaces}) }}`;
}

/** Chats and objects of templates make a second dataset there, under the name of the column. */
export function writeTransform(
  { column, path }: PlacedColumn,
  writing: Writing,
): JsonObject | undefined {
  const { fill } = column;
  const place = [...path, 'fill'];
  const texts = (record: Readonly<Record<string, string>>): JsonObject =>
    Object.fromEntries(
      Object.entries(record).map(([key, text]) => [key, writing.template(text, [...place, key])]),
    );
  const template =
    fill.kind === 'object'
      ? texts(fill.entries)
      : fill.kind === 'chat'
        ? given({
            messages: fill.messages.map(({ role, content }, index) => ({
              role,
              content: writing.template(content, [...place, 'messages', index, 'content']),
            })),
            conversation_id: fill.conversationId,
            metadata: Object.keys(fill.metadata).length === 0 ? undefined : texts(fill.metadata),
          })
        : undefined;
  if (template === undefined) return undefined;
  return { name: writtenName(column), processor_type: 'schema_transform', template };
}
