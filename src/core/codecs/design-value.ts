/** A design as the plain JSON value that codecs write: keys in the order of the schema, nothing undefined. */
import type { JsonObject } from '#core/base/json.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { designSchema } from '#core/design/design-schema.ts';

/** The order of keys does not depend on how the design came about, so equal designs give equal text. */
export function designValue(design: DatasetDesign): JsonObject {
  const parsed = designSchema.safeParse(design);
  const value: unknown = parsed.success ? parsed.data : design;
  return withoutUndefined(value) as JsonObject;
}

function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [key, withoutUndefined(item)]),
  );
}
