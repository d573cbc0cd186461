/**
 * Restores plain data by a schema as far as it goes: the same zod definition that types the document
 * says here what each place expects. One bad item costs that item, one bad setting falls back to its
 * default; each leaves a notice at its exact path.
 */
import type { JsonPath, PathSegment } from '#core/base/diagnostic.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import { boundsOf, describeExpectation, describeFound } from './expectation.ts';
import type { NoticeList } from './notice-list.ts';
import { isRecord, type RawRecord } from './raw.ts';
import { nounOf, noticeUnknownKey } from './restore-words.ts';
import { z } from './zod.ts';

type Schema = z.core.$ZodTypes;

/** Why a value cannot be used, and at which place within it. */
export interface Misfit {
  readonly path: JsonPath;
  /** A sentence without its full stop. */
  readonly message: string;
}

type Restored = Result<unknown, Misfit>;

interface Place {
  readonly path: JsonPath;
  readonly notices: NoticeList;
}

/** `value` must be plain data of bounded depth. The result satisfies the schema and shares nothing with the input. */
export function restoreValue(schema: z.core.$ZodType, value: unknown, place: Place): Restored {
  const typed = schema as Schema;
  const def = typed._zod.def;
  switch (def.type) {
    case 'object':
      return restoreObject(def.shape as Record<string, Schema>, value, place);
    case 'array':
      return restoreList(typed, def.element as Schema, { value, place });
    case 'record':
      return restoreRecord(def.valueType as Schema, value, place);
    case 'optional':
    case 'default':
      return restoreValue(def.innerType, value, place);
    case 'lazy':
      // The getter of the definition would build its schema anew for every value; this one is kept.
      return restoreValue((schema as z.core.$ZodLazy)._zod.innerType, value, place);
    case 'union':
      return restoreUnion(typed, value, place);
    default:
      return restoreScalar(typed, value, place);
  }
}

function restoreObject(shape: Record<string, Schema>, value: unknown, place: Place): Restored {
  if (!isRecord(value)) return failure(misfit(place, 'an object {…}', value));
  const result: RawRecord = {};
  for (const [key, schema] of Object.entries(shape)) {
    const field =
      Object.hasOwn(value, key) && value[key] !== undefined
        ? restoreField(schema, value[key], at(place, key))
        : restoreMissing(schema, at(place, key));
    if (!field.ok) return field;
    if (field.value !== undefined) result[key] = field.value;
  }
  const known = Object.keys(shape);
  for (const key of Object.keys(value))
    if (!Object.hasOwn(shape, key)) noticeUnknownKey(key, { ...place, known });
  return success(result);
}

function restoreField(schema: Schema, value: unknown, place: Place): Restored {
  const restored = restoreValue(schema, value, place);
  if (restored.ok) return restored;
  const fallback = fallbackOf(schema);
  if (fallback === undefined) return restored;
  const { path, message } = restored.error;
  place.notices.add('error', 'invalid-value', { path, message: `${message}. ${fallback.words}` });
  return fallback.value === undefined
    ? success(undefined)
    : restoreValue(schema, fallback.value, place);
}

function restoreMissing(schema: Schema, place: Place): Restored {
  const fallback = fallbackOf(schema);
  if (fallback === undefined)
    return failure({
      path: place.path,
      message: `${labelOf(place.path)} is missing; it should be ${describeExpectation(schema)}`,
    });
  return fallback.value === undefined
    ? success(undefined)
    : restoreValue(schema, fallback.value, place);
}

function fallbackOf(schema: Schema): { value: unknown; words: string } | undefined {
  const def = schema._zod.def;
  if (def.type === 'optional') return { value: undefined, words: 'It was left out.' };
  if (def.type !== 'default') return undefined;
  const value = def.defaultValue;
  const isScalar =
    typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string';
  const words =
    isScalar && value !== '' ? `The default ${String(value)} is used.` : 'It was left out.';
  return { value, words };
}

function restoreList(
  schema: Schema,
  element: Schema,
  { value, place }: { value: unknown; place: Place },
): Restored {
  if (!Array.isArray(value)) return failure(misfit(place, 'a list […]', value));
  const { minimum = 0, maximum = Number.POSITIVE_INFINITY } = boundsOf(schema);
  const noun = nounOf(place.path);
  const result: unknown[] = [];
  for (const [index, item] of (value as unknown[]).slice(0, maximum).entries()) {
    const restored = restoreValue(element, item, at(place, index));
    if (restored.ok) result.push(restored.value);
    else
      place.notices.add('error', 'item-dropped', {
        path: restored.error.path,
        message: `${restored.error.message}. The ${noun} was left out.`,
      });
  }
  if (value.length > maximum)
    place.notices.add('error', 'too-many-items', {
      path: [...place.path, maximum],
      message: `There are ${value.length.toLocaleString('en')} items here; the limit is ${maximum.toLocaleString('en')}. The rest was left out.`,
    });
  return result.length < minimum
    ? failure(misfit(place, describeExpectation(schema), value))
    : success(result);
}

function restoreRecord(schema: Schema, value: unknown, place: Place): Restored {
  if (!isRecord(value)) return failure(misfit(place, 'an object {…}', value));
  const result: RawRecord = {};
  for (const [key, item] of Object.entries(value)) {
    const restored = restoreValue(schema, item, at(place, key));
    if (restored.ok) result[key] = restored.value;
    else
      place.notices.add('error', 'item-dropped', {
        path: restored.error.path,
        message: `${restored.error.message}. It was left out.`,
      });
  }
  return success(result);
}

function restoreUnion(schema: Schema, value: unknown, place: Place): Restored {
  const def = schema._zod.def;
  if (def.type !== 'union') return restoreScalar(schema, value, place);
  const options = def.options as readonly Schema[];
  if (!('discriminator' in def)) {
    const option = options.find((candidate) => accepts(candidate, value));
    return option === undefined
      ? failure(misfit(place, describeExpectation(schema), value))
      : restoreValue(option, value, place);
  }
  if (!isRecord(value)) return failure(misfit(place, 'an object {…}', value));
  const kinds = options.map((option) => [kindOf(option), option] as const);
  const chosen = kinds.find(([kind]) => kind === value.kind);
  if (chosen !== undefined) return restoreValue(chosen[1], value, place);
  const expected = `one of ${kinds.map(([kind]) => kind).join(', ')}`;
  const kindPlace = at(place, 'kind');
  return failure(
    value.kind === undefined
      ? { path: kindPlace.path, message: `kind is missing; it should be ${expected}` }
      : misfit(kindPlace, expected, value.kind),
  );
}

function kindOf(schema: Schema): string {
  const def = schema._zod.def;
  const kind = def.type === 'object' ? (def.shape.kind as Schema | undefined)?._zod.def : undefined;
  return kind?.type === 'literal' ? String(kind.values[0]) : '';
}

function accepts(schema: Schema, value: unknown): boolean {
  const { type } = schema._zod.def;
  if (value === null) return type === 'null';
  if (Array.isArray(value)) return type === 'array';
  return typeof value === 'object' ? type === 'record' || type === 'object' : type === typeof value;
}

function restoreScalar(schema: Schema, value: unknown, place: Place): Restored {
  const cut = typeof value === 'string' ? cutText(schema, value, place) : value;
  return z.safeParse(schema, cut).success
    ? success(cut)
    : failure(misfit(place, describeExpectation(schema), value));
}

function cutText(schema: Schema, value: string, place: Place): string {
  const { maximum } = boundsOf(schema);
  if (schema._zod.def.type !== 'string' || maximum === undefined || value.length <= maximum)
    return value;
  place.notices.add('error', 'text-cut', {
    path: place.path,
    message: `${labelOf(place.path)} has ${value.length.toLocaleString('en')} characters; it was cut to ${maximum.toLocaleString('en')}.`,
  });
  // A cut through the middle of an emoji would leave half of it.
  return value.slice(0, maximum).replace(/[\uD800-\uDBFF]$/, '');
}

function at(place: Place, segment: PathSegment): Place {
  return { path: [...place.path, segment], notices: place.notices };
}

function misfit(place: Place, expected: string, value: unknown): Misfit {
  return {
    path: place.path,
    message: `${labelOf(place.path)} should be ${expected}, not ${describeFound(value)}`,
  };
}

function labelOf(path: JsonPath): string {
  const last = path.at(-1);
  if (typeof last === 'string') return last;
  return last === undefined ? 'This' : `This ${nounOf(path.slice(0, -1))}`;
}
