/** What a configuration may hold, as data: one table is the loader, the defaults and the list of keys. */
import type { JsonValue } from '#core/base/json.ts';

export interface StructShape {
  readonly kind: 'struct';
  readonly fields: Readonly<Record<string, Field>>;
}

export type Shape =
  | { readonly kind: 'text' | 'int' | 'float' | 'bool' | 'any' }
  | { readonly kind: 'enum'; readonly name: string; readonly values: readonly string[] }
  | { readonly kind: 'list'; readonly item: Shape }
  /** Keys are texts, or the names of an enum. */
  | { readonly kind: 'map'; readonly value: Shape; readonly keys?: EnumShape }
  /** Any map with text keys; the values stay as they are. */
  | { readonly kind: 'record' }
  | StructShape;

type EnumShape = Extract<Shape, { kind: 'enum' }>;

export interface Field {
  readonly shape: Shape;
  readonly isRequired?: boolean;
  readonly isNullable?: boolean;
  /** What an absent key means; absent from the result when undefined. */
  readonly fallback?: JsonValue;
}

export const text: Shape = { kind: 'text' };
export const int: Shape = { kind: 'int' };
export const float: Shape = { kind: 'float' };
export const bool: Shape = { kind: 'bool' };
export const any: Shape = { kind: 'any' };
export const record: Shape = { kind: 'record' };

export const listOf = (item: Shape): Shape => ({ kind: 'list', item });
export const mapOf = (value: Shape, keys?: EnumShape): Shape => ({
  kind: 'map',
  value,
  ...(keys === undefined ? {} : { keys }),
});
export const enumOf = (name: string, ...values: readonly string[]): EnumShape => ({
  kind: 'enum',
  name,
  values,
});
export const struct = (fields: Readonly<Record<string, Field>>): StructShape => ({
  kind: 'struct',
  fields,
});

export const needed = (shape: Shape): Field => ({ shape, isRequired: true });
export const nullable = (shape: Shape, fallback: JsonValue = null): Field => ({
  shape,
  isNullable: true,
  fallback,
});
export const usual = (shape: Shape, fallback: JsonValue): Field => ({ shape, fallback });
