/** What a schema wants and what was found instead, in plain words for notices. */
import type { z } from './zod.ts';

type Schema = z.core.$ZodTypes;

/** Such as `a whole number from 1 to 100` or `one of must, should`. */
export function describeExpectation(schema: Schema): string {
  const def = schema._zod.def;
  switch (def.type) {
    case 'string':
      return describeText(schema);
    case 'number':
      return describeNumber(schema);
    case 'array':
      return (boundsOf(schema).minimum ?? 0) > 0 ? 'a list with at least one item' : 'a list […]';
    case 'enum':
      return `one of ${Object.values(def.entries).join(', ')}`;
    case 'literal':
      return def.values.map((value) => JSON.stringify(value)).join(' or ');
    case 'union':
      return [...new Set(def.options.map((option) => describeExpectation(option as Schema)))].join(
        ' or ',
      );
    case 'optional':
    case 'default':
      return describeExpectation(def.innerType as Schema);
    default:
      return plainWords[def.type] ?? 'another value';
  }
}

const plainWords: Readonly<Record<string, string>> = {
  boolean: 'true or false',
  null: 'null',
  object: 'an object {…}',
  record: 'an object {…}',
  lazy: 'a JSON value',
};

/** Such as `a text` or `the number 250`; texts are never quoted, they may be long or secret. */
export function describeFound(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'string':
      return value === '' ? 'an empty text' : 'this text';
    case 'number':
      return `the number ${value}`;
    case 'boolean':
      return String(value);
    case 'object':
      return 'an object';
    default:
      return 'no JSON value';
  }
}

export interface Bounds {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly isWhole?: boolean;
}

/** The bounds a schema carries: of a number its value, of a text or a list its length. All are inclusive. */
export function boundsOf(schema: Schema): Bounds {
  const bounds: { minimum?: number; maximum?: number; isWhole?: boolean } = {};
  const { def } = schema._zod;
  if (def.type === 'number' && 'format' in def && def.format === 'safeint') bounds.isWhole = true;
  for (const { _zod: check } of def.checks ?? []) {
    const limit = check.def as {
      check: string;
      value?: number;
      minimum?: number;
      maximum?: number;
    };
    if (limit.check === 'greater_than' && limit.value !== undefined) bounds.minimum = limit.value;
    if (limit.check === 'less_than' && limit.value !== undefined) bounds.maximum = limit.value;
    if (limit.minimum !== undefined) bounds.minimum = limit.minimum;
    if (limit.maximum !== undefined) bounds.maximum = limit.maximum;
  }
  return bounds;
}

function describeText(schema: Schema): string {
  return (boundsOf(schema).minimum ?? 0) > 0 ? 'a text that is not empty' : 'a text';
}

function describeNumber(schema: Schema): string {
  const { minimum, maximum, isWhole } = boundsOf(schema);
  const noun = isWhole === true ? 'a whole number' : 'a number';
  const high = maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum;
  if (minimum !== undefined && high !== undefined)
    return `${noun} from ${minimum} to ${high.toLocaleString('en')}`;
  if (minimum !== undefined) return `${noun}, ${minimum} or more`;
  return high === undefined ? noun : `${noun}, at most ${high.toLocaleString('en')}`;
}
