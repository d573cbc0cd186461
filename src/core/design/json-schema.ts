/** The editor's view of the document: completion and hovers come from the same definition as the types. */
import type { JsonObject } from '#core/base/json.ts';
import { designSchema } from './design-schema.ts';
import { z } from './zod.ts';

/** JSON Schema (draft 7, which editors read best) of a design as it may be written: what has a default may be left out. */
export function designJsonSchema(): JsonObject {
  return z.toJSONSchema(designSchema, { io: 'input', target: 'draft-7' }) as JsonObject;
}
