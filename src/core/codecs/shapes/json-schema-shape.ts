/** JSON Schema, and components of OpenAPI: the declarative part that says what a row holds. */
import { isJsonObject, parseJson, type JsonObject, type JsonValue } from '#core/base/json.ts';
import { limits } from '#core/base/limits.ts';
import { fieldValue } from '#core/design/field-value.ts';
import type { ReadShape, ShapeField, ShapeLoss } from './shape.ts';

const deepest = 12;
const ignored = ['if', 'then', 'else', 'not', 'dependentRequired', 'patternProperties', 'oneOf'];

interface Place {
  readonly root: JsonObject;
  readonly path: readonly (string | number)[];
  readonly depth: number;
  readonly losses: ShapeLoss[];
}

/** Undefined when the text is no schema of an object. Never throws. */
export function readJsonSchema(text: string): ReadShape | undefined {
  const parsed = parseJson(text, { maxLength: limits.designLength, maxDepth: limits.designDepth });
  return parsed.ok && isJsonObject(parsed.value) ? readSchemaValue(parsed.value) : undefined;
}

/** As `readJsonSchema`, of a value that was parsed. Of several components of OpenAPI the first object is taken. */
export function readSchemaValue(root: JsonObject): ReadShape | undefined {
  const losses: ShapeLoss[] = [];
  const chosen = chooseSchema(root, losses);
  if (chosen === undefined) return undefined;
  const { schema, path, name } = chosen;
  const place: Place = { root, path, depth: 0, losses };
  const fields = fieldsOf(schema, place);
  if (fields.length === 0) return undefined;
  const title = textOf(schema.title) ?? name;
  return { name: title, description: textOf(schema.description), fields, losses };
}

interface Chosen {
  readonly schema: JsonObject;
  readonly path: readonly string[];
  readonly name: string;
}

function chooseSchema(root: JsonObject, losses: ShapeLoss[]): Chosen | undefined {
  // OpenAPI 2 has its components under another name.
  const isOld = Object.hasOwn(root, 'swagger');
  const components = isOld
    ? fieldValue(root, 'definitions')
    : fieldValue(objectAt(root, 'components'), 'schemas');
  if (!isJsonObject(components)) {
    const item = root.type === 'array' && isJsonObject(root.items) ? root.items : root;
    return { schema: item, path: [], name: '' };
  }
  const place = isOld ? ['definitions'] : ['components', 'schemas'];
  const found = Object.entries(components).filter(
    ([, schema]) => isJsonObject(schema) && isJsonObject(fieldValue(schema, 'properties')),
  );
  for (const [name] of found.slice(1))
    losses.push({
      path: [...place, name],
      message: `The component ${name} was not taken: a design has one kind of row. Import it by itself.`,
    });
  const [name, schema] = found[0] ?? [];
  return name !== undefined && isJsonObject(schema)
    ? { schema, path: [...place, name], name }
    : undefined;
}

function objectAt(object: JsonObject, key: string): JsonObject | undefined {
  const value = fieldValue(object, key);
  return isJsonObject(value) ? value : undefined;
}

function fieldsOf(given: JsonObject, place: Place): readonly ShapeField[] {
  if (place.depth > deepest) return [];
  const schema = resolve(given, place.root);
  const merged = Array.isArray(schema.allOf)
    ? (schema.allOf as readonly JsonValue[]).filter(isJsonObject)
    : [];
  for (const key of ignored)
    if (Object.hasOwn(schema, key))
      place.losses.push({ path: [...place.path, key], message: `“${key}” was not taken over.` });
  const own = Object.entries(objectAt(schema, 'properties') ?? {}).flatMap(([name, property]) =>
    isJsonObject(property)
      ? [
          fieldOf(name, property, {
            ...place,
            path: [...place.path, 'properties', name],
            depth: place.depth + 1,
          }),
        ]
      : [],
  );
  const inherited = merged.flatMap((part) => fieldsOf(part, { ...place, depth: place.depth + 1 }));
  const names = new Set(own.map(({ name }) => name));
  return [...inherited.filter(({ name }) => !names.has(name)), ...own];
}

/** Follows references within the document, a few steps at most. */
function resolve(schema: JsonObject, root: JsonObject): JsonObject {
  let current = schema;
  for (let step = 0; step < 8 && typeof current.$ref === 'string'; step += 1) {
    if (!current.$ref.startsWith('#/')) return current;
    let target: JsonValue = root;
    for (const part of current.$ref.slice(2).split('/'))
      target = isJsonObject(target)
        ? fieldValue(target, part.replaceAll('~1', '/').replaceAll('~0', '~'))
        : null;
    if (!isJsonObject(target)) return current;
    current = target;
  }
  return current;
}

function fieldOf(name: string, given: JsonObject, place: Place): ShapeField {
  const schema = withoutNull(resolve(given, place.root), place.root);
  const type = typeOf(schema);
  const isList = type === 'list';
  const item = isList ? resolve(objectAt(schema, 'items') ?? {}, place.root) : schema;
  const fields = isList || type === 'object' ? fieldsOf(item, place) : [];
  const values = valuesOf(item);
  return {
    name,
    type,
    description: textOf(schema.description) ?? textOf(schema.title),
    ...(values === undefined ? {} : { values }),
    ...(fields.length === 0 ? {} : { fields }),
    low: numberOf(schema.minimum) ?? numberOf(schema.exclusiveMinimum),
    high: numberOf(schema.maximum) ?? numberOf(schema.exclusiveMaximum),
    shortest: numberOf(schema.minLength),
    longest: numberOf(schema.maxLength),
    pattern: patternOf(schema),
    isUuid: schema.format === 'uuid',
  };
}

/** A choice between one thing and null is that thing. */
function withoutNull(schema: JsonObject, root: JsonObject): JsonObject {
  const choice = schema.anyOf ?? schema.oneOf;
  if (!Array.isArray(choice)) return schema;
  const real = (choice as readonly JsonValue[])
    .filter(isJsonObject)
    .filter((one) => one.type !== 'null');
  const [only] = real;
  return only === undefined ? schema : { ...schema, ...resolve(only, root) };
}

function typeOf(schema: JsonObject): ShapeField['type'] {
  const named = Array.isArray(schema.type)
    ? (schema.type as readonly JsonValue[]).find((type) => type !== 'null')
    : schema.type;
  switch (named) {
    case 'integer':
      return 'integer';
    case 'number':
      return 'decimal';
    case 'boolean':
      return 'boolean';
    case 'array':
      return 'list';
    case 'object':
      return 'object';
    default:
      if (Object.hasOwn(schema, 'properties')) return 'object';
      if (schema.format === 'date') return 'date';
      return schema.format === 'date-time' ? 'datetime' : 'text';
  }
}

/** A pattern of JSON Schema may match anywhere; ours is about the whole text. */
function patternOf({ pattern }: JsonObject): string | undefined {
  if (typeof pattern !== 'string') return undefined;
  const start = pattern.startsWith('^') ? pattern.slice(1) : `.*${pattern}`;
  return /[^\\]\$$/.test(start) ? start.slice(0, -1) : `${start}.*`;
}

function valuesOf(schema: JsonObject): readonly string[] | undefined {
  const list = Array.isArray(schema.enum) ? (schema.enum as readonly JsonValue[]) : [];
  const values = [...list, ...(schema.const === undefined ? [] : [schema.const])];
  const texts = values.flatMap((value) =>
    value === null || typeof value === 'object' ? [] : [String(value)],
  );
  return texts.length === 0 ? undefined : [...new Set(texts)];
}

function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function numberOf(value: JsonValue | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
