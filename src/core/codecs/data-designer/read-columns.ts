/** Columns by their type, with what they share: whether they are dropped, and when they are skipped. */
import type { JsonPath } from '#core/base/diagnostic.ts';
import type { JsonObject } from '#core/base/json.ts';
import { fieldValue } from '#core/design/field-value.ts';
import { readSampler } from './read-samplers.ts';
import { readWritten, writtenTypes } from './read-calls.ts';
import { columnOf, keepSettings, onlyExpression, type Reading } from './reading.ts';
import { isSet, objectAt, objectsAt, textAt } from './values.ts';

/** Columns that Data Designer adds by itself. */
const ownColumn = '_internal_row_id';

export function readColumns(config: JsonObject, reading: Reading): void {
  const named = objectsAt(config, 'columns').filter(({ item }) => item.name !== ownColumn);
  for (const { item, index } of named) {
    const name = textAt(item, 'name') ?? `column_${index + 1}`;
    const path: JsonPath = ['columns', index];
    if (textAt(item, 'column_type') === 'seed-dataset') continue;
    const parts = readParts(item, { path, name, reading });
    if (parts === undefined) {
      reading.foreign.add(name);
      const type = textAt(item, 'column_type') ?? 'unknown';
      const kind =
        type === 'sampler'
          ? `${textAt(item, 'sampler_type') ?? 'unknown'} samplers`
          : `${type} columns`;
      reading.kept.add(path, `${name}: ${kind} are kept in the file and not filled here.`);
      continue;
    }
    const isDropped = fieldValue(item, 'drop') === true;
    const column = columnOf({
      ...parts,
      drop: isDropped ? true : undefined,
      skip: readSkip(item, { path, name, reading }),
    });
    reading.draft.addColumn(name, column, path);
  }
}

interface ColumnPlace {
  readonly path: JsonPath;
  readonly name: string;
  readonly reading: Reading;
}

function readParts(item: JsonObject, place: ColumnPlace): JsonObject | undefined {
  const type = textAt(item, 'column_type') ?? '';
  if (type === 'sampler') return readSampler(item, place);
  if (type === 'expression') return readExpression(item, place.reading);
  return writtenTypes.has(type) ? readWritten(item, place) : undefined;
}

const types: Readonly<Record<string, string>> = {
  int: 'integer',
  float: 'decimal',
  bool: 'boolean',
};

/** One output of another type than text is a formula, everything else a template. */
function readExpression(item: JsonObject, { texts }: Reading): JsonObject {
  const template = textAt(item, 'expr') ?? '';
  texts.push({ language: 'template', text: template });
  const type = types[textAt(item, 'dtype') ?? 'str'];
  const expression = type === undefined ? undefined : onlyExpression(template);
  if (expression !== undefined)
    return { type: type ?? 'text', fill: { kind: 'formula', expression } };
  return { type: type ?? 'text', fill: { kind: 'template', template } };
}

function readSkip(item: JsonObject, { path, name, reading }: ColumnPlace): string | undefined {
  const place = { path, owner: name };
  if (fieldValue(item, 'propagate_skip') === false)
    keepSettings(reading, ['propagate_skip'], place);
  const skip = objectAt(item, 'skip');
  const when = textAt(skip, 'when');
  if (when === undefined) return undefined;
  if (isSet(skip, 'value'))
    reading.kept.add(
      [...path, 'skip', 'value'],
      `${name}: the value of skipped rows is kept in the file; here they stay empty.`,
    );
  const expression = onlyExpression(when);
  if (expression === undefined) {
    reading.kept.add(
      [...path, 'skip'],
      `${name}: the condition “${when}” is kept in the file and not used here.`,
    );
    return undefined;
  }
  reading.texts.push({ language: 'expression', text: expression });
  return expression;
}
