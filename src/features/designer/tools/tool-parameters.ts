/** The arguments of a tool as lines of a form; what a form does not show of their JSON Schema stays as it is. */
import { isJsonObject, type JsonObject, type JsonValue } from '#core/base/json.ts';

export const parameterTypes = ['string', 'number', 'integer', 'boolean'] as const;
export type ParameterType = (typeof parameterTypes)[number];

export interface ToolParameter {
  readonly name: string;
  /** Undefined for anything that is no single value. */
  readonly type: ParameterType | undefined;
  readonly description: string;
  readonly isRequired: boolean;
}

export function readParameters(schema: JsonObject): readonly ToolParameter[] {
  const required = requiredOf(schema);
  return Object.entries(propertiesOf(schema)).map(([name, property]) => {
    const own = isJsonObject(property) ? property : {};
    return {
      name,
      type: parameterTypes.find((type) => type === own.type),
      description: typeof own.description === 'string' ? own.description : '',
      isRequired: required.includes(name),
    };
  });
}

/** Adds the parameter, or changes the one that was called `from`, in its place. */
export function writeParameter(
  schema: JsonObject,
  from: string | undefined,
  { name, type, description, isRequired }: ToolParameter,
): JsonObject {
  const properties = propertiesOf(schema);
  const before = from === undefined ? undefined : properties[from];
  const { description: _, ...kept } = isJsonObject(before) ? before : {};
  const property = {
    ...kept,
    ...(type === undefined ? {} : { type }),
    ...(description === '' ? {} : { description }),
  };
  const entries: [string, JsonValue][] =
    from === undefined
      ? [...Object.entries(properties), [name, property]]
      : Object.entries(properties).map(([key, value]) =>
          key === from ? [name, property] : [key, value],
        );
  const others = requiredOf(schema).filter((key) => key !== from && key !== name);
  return withProperties(schema, entries, isRequired ? [...others, name] : others);
}

export function deleteParameter(schema: JsonObject, name: string): JsonObject {
  const entries = Object.entries(propertiesOf(schema)).filter(([key]) => key !== name);
  return withProperties(
    schema,
    entries,
    requiredOf(schema).filter((key) => key !== name),
  );
}

function withProperties(
  schema: JsonObject,
  entries: readonly (readonly [string, JsonValue])[],
  required: readonly string[],
): JsonObject {
  const { required: _, ...others } = schema;
  return {
    ...others,
    type: 'object',
    properties: Object.fromEntries(entries),
    ...(required.length === 0 ? {} : { required }),
  };
}

function propertiesOf({ properties }: JsonObject): JsonObject {
  return isJsonObject(properties) ? properties : {};
}

function requiredOf({ required }: JsonObject): readonly string[] {
  return Array.isArray(required)
    ? (required as readonly JsonValue[]).filter((key) => typeof key === 'string')
    : [];
}
