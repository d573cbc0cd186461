/** Sampler columns: their parameters are ours by name, their conditions are read in the opposite order. */
import type { JsonPath } from '#core/base/diagnostic.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '#core/base/json.ts';
import { fieldValue } from '#core/design/field-value.ts';
import { columnTypeOf } from '#core/design/column-type-of.ts';
import { parseExpressionGrammar } from '#core/expression/parse.ts';
import { columnOf, keepSettings, type Reading } from './reading.ts';
import { readDistribution } from './read-distribution.ts';
import { isSet, listAt, numberAt, objectAt, textAt } from './values.ts';

interface SamplerPlace {
  readonly path: JsonPath;
  readonly name: string;
  readonly reading: Reading;
}

/** The parts of the column that depend on the sampler; undefined where it is none that is drawn here. */
export function readSampler(
  column: JsonObject,
  { path, name, reading }: SamplerPlace,
): JsonObject | undefined {
  const type = textAt(column, 'sampler_type') ?? '';
  const fill = readFill(type, objectAt(column, 'params'), { path, name, reading });
  if (fill === undefined) return undefined;
  const rows = readConditions(column, type, { path, name, reading });
  return columnOf({
    fill,
    conditionalParams: rows.length === 0 ? undefined : rows,
    ...readConversion(fill, textAt(column, 'convert_to')),
  });
}

/** The last condition that holds decides there, the first one here. */
function readConditions(
  column: JsonObject,
  type: string,
  { path, name, reading }: SamplerPlace,
): readonly JsonObject[] {
  return Object.entries(objectAt(column, 'conditional_params'))
    .toReversed()
    .flatMap(([when, params]): readonly JsonObject[] => {
      const place = [...path, 'conditional_params', when];
      const own = isJsonObject(params) ? params : {};
      const fill = readFill(textAt(own, 'sampler_type') ?? type, own, {
        path: place,
        name,
        reading,
      });
      if (fill === undefined || !parseExpressionGrammar(when).ok) {
        reading.kept.add(
          place,
          `${name}: the condition “${when}” is kept in the file and not used here.`,
        );
        return [];
      }
      reading.texts.push({ language: 'expression', text: when });
      return [{ when, fill }];
    });
}

/** A format of dates alone is what the type date says. */
function readConversion(fill: JsonObject, convertTo: string | undefined): JsonObject {
  const isMoment = fill.kind === 'datetime' || fill.kind === 'timedelta';
  if (isMoment && convertTo === '%Y-%m-%d') return { type: 'date' };
  const usual = isMoment ? { type: 'datetime' } : usualType(fill);
  if (convertTo === undefined) return usual;
  const types: Readonly<Record<string, string>> = { int: 'integer', float: 'decimal', str: 'text' };
  return { type: types[convertTo] ?? 'text', convertTo };
}

function usualType(fill: JsonObject): JsonObject {
  if (fill.kind !== 'category' && fill.kind !== 'subcategory') return {};
  const tables = fill.kind === 'category' ? [fill.values] : Object.values(objectAt(fill, 'values'));
  const values = tables.flatMap((table) =>
    Array.isArray(table) ? (table as readonly JsonObject[]).map(({ value }) => value ?? null) : [],
  );
  return { type: columnTypeOf(values) };
}

function readFill(type: string, params: JsonObject, place: SamplerPlace): JsonObject | undefined {
  switch (type) {
    case 'category':
      return readCategory(params);
    case 'subcategory':
      return {
        kind: 'subcategory',
        category: textAt(params, 'category') ?? '',
        values: Object.fromEntries(
          Object.entries(objectAt(params, 'values')).map(([key, list]) => [key, countValues(list)]),
        ),
      };
    case 'uuid':
      return readUuid(params);
    case 'datetime':
      return {
        kind: 'datetime',
        start: textAt(params, 'start') ?? '',
        end: textAt(params, 'end') ?? '',
        unit: textAt(params, 'unit') ?? 'D',
      };
    case 'timedelta':
      return readTimedelta(params);
    case 'person':
    case 'person_from_faker':
      return readPerson(type, params, place);
    default: {
      const distribution = readDistribution(type, params);
      if (distribution === undefined) return undefined;
      const decimalPlaces = numberAt(params, 'decimal_places');
      return columnOf({ kind: 'number', distribution, decimalPlaces });
    }
  }
}

function readTimedelta(params: JsonObject): JsonObject {
  return {
    kind: 'timedelta',
    reference: textAt(params, 'reference_column_name') ?? '',
    dtMin: numberAt(params, 'dt_min') ?? 0,
    dtMax: numberAt(params, 'dt_max') ?? 1,
    unit: textAt(params, 'unit') ?? 'D',
  };
}

function readUuid(params: JsonObject): JsonObject {
  const flag = (key: string): true | undefined =>
    fieldValue(params, key) === true ? true : undefined;
  const prefix = textAt(params, 'prefix');
  return columnOf({
    kind: 'uuid',
    prefix,
    shortForm: flag('short_form'),
    uppercase: flag('uppercase'),
  });
}

function readCategory(params: JsonObject): JsonObject {
  const weights = listAt(params, 'weights');
  const values = listAt(params, 'values').map((value, index) => {
    const weight = weights[index];
    return { value, weight: typeof weight === 'number' ? weight : 1 };
  });
  return { kind: 'category', values };
}

/** A value that is named several times weighs so much more. */
function countValues(list: JsonValue): readonly JsonObject[] {
  const counts = new Map<JsonValue, number>();
  for (const value of Array.isArray(list) ? (list as readonly JsonValue[]) : [])
    counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, weight]) => ({ value, weight }));
}

function readPerson(
  type: string,
  params: JsonObject,
  { path, name, reading }: SamplerPlace,
): JsonObject {
  if (type === 'person') {
    reading.kept.add(
      [...path, 'sampler_type'],
      `${name}: people of a census are downloaded by Data Designer. Here a person is made up in their place; the file keeps what it says.`,
    );
    const settings = ['select_field_values', 'with_synthetic_personas'];
    const used = settings.filter((key) => isSet(objectAt({ params }, 'params'), key));
    keepSettings(reading, used, { path: [...path, 'params'], owner: name });
  }
  const city = fieldValue(params, 'city');
  const ages = listAt(params, 'age_range').filter((age) => typeof age === 'number');
  return columnOf({
    kind: 'person',
    locale: textAt(params, 'locale') ?? 'en_US',
    sex: textAt(params, 'sex'),
    city: typeof city === 'string' ? [city] : (city ?? undefined),
    ageRange: ages.length === 2 ? ages : undefined,
  });
}
