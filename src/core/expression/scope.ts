/** Where names get their values. A `Map` of names to values is a scope as it stands. */
import type { JsonObject } from '#core/base/json.ts';
import type { Value } from './value.ts';

export interface Scope {
  /** The value of a name, or undefined when the name is unknown. Must be pure during one evaluation. */
  get(name: string): Value | undefined;
  /**
   * Serves `name.key` and `name['key']` where the value of `name` is no object that owns `key`, such as
   * the description of a table value. Undefined when there is none. Never asked for loop or set variables.
   */
  attribute?(name: string, key: string): Value | undefined;
  /** Stands for a format field whose name is unknown, as in a preview; without it that is an error. */
  missing?(name: string): string;
}

/** A scope over the own properties of a record; nothing is copied. */
export function createScope(record: JsonObject): Scope {
  return { get: (name) => (Object.hasOwn(record, name) ? record[name] : undefined) };
}
