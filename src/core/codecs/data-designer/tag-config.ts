/** Tags that the loader of Data Designer adds by itself and its JSON Schema needs to tell shapes apart. */
import { isJsonObject, type JsonObject, type JsonValue } from '#core/base/json.ts';

/** The configuration with `sampler_type`, `validator_type`, `generation_type` and `constraint_type` where they are missing. */
export function tagConfig(config: JsonObject): JsonObject {
  return mapLists(config, {
    columns: tagColumn,
    constraints: tagConstraint,
    model_configs: (model) =>
      mapObject(model, 'inference_parameters', (inference) => ({
        generation_type: 'chat-completion',
        ...inference,
      })),
  });
}

type Change = (item: JsonObject) => JsonObject;

function mapLists(config: JsonObject, changes: Readonly<Record<string, Change>>): JsonObject {
  return Object.fromEntries(
    Object.entries(config).map(([key, value]) => {
      const change = Object.hasOwn(changes, key) ? changes[key] : undefined;
      if (change === undefined || !Array.isArray(value)) return [key, value];
      const items = (value as readonly JsonValue[]).map((item) =>
        isJsonObject(item) ? change(item) : item,
      );
      return [key, items];
    }),
  );
}

function mapObject(object: JsonObject, key: string, change: Change): JsonObject {
  const value = object[key];
  return isJsonObject(value) ? { ...object, [key]: change(value) } : object;
}

function tagColumn(column: JsonObject): JsonObject {
  const { sampler_type: sampler, validator_type: validator } = column;
  const tag = (params: JsonObject): JsonObject =>
    sampler === undefined ? params : { sampler_type: sampler, ...params };
  const tagged = mapObject(column, 'params', tag);
  const conditional = mapObject(tagged, 'conditional_params', (rows) =>
    Object.fromEntries(
      Object.entries(rows).map(([when, params]) => [
        when,
        isJsonObject(params) ? tag(params) : params,
      ]),
    ),
  );
  return mapObject(conditional, 'validator_params', (params) =>
    validator === undefined ? params : { validator_type: validator, ...params },
  );
}

function tagConstraint(rule: JsonObject): JsonObject {
  if (rule.constraint_type !== undefined) return rule;
  const { rhs } = rule;
  const number = typeof rhs === 'string' && rhs.trim() !== '' ? Number(rhs) : rhs;
  return typeof number === 'number' && Number.isFinite(number)
    ? { ...rule, constraint_type: 'scalar_inequality', rhs: number }
    : { ...rule, constraint_type: 'column_inequality' };
}
