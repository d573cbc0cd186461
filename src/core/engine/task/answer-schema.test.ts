import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDesign } from '#core/design/arbitrary-design.contract.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '#core/base/json.ts';
import { createAnswerSchema } from '#core/llm/answer-schema.ts';
import { lowerSchema } from '#core/llm/lower-schema.ts';
import { taskFields } from './task-fields.ts';

/** Words that strict schemas refuse somewhere; the schemas of answers use none of them. */
const refused = [
  'allOf',
  'not',
  'oneOf',
  'patternProperties',
  'uniqueItems',
  'minLength',
  'maxLength',
  'pattern',
  'const',
];

function closedObjects(schema: JsonValue): readonly JsonObject[] {
  if (Array.isArray(schema)) return (schema as readonly JsonValue[]).flatMap(closedObjects);
  if (!isJsonObject(schema)) return [];
  const inner = [schema.items ?? null, ...Object.values(schema.properties ?? {})];
  return [...(schema.type === 'object' ? [schema] : []), ...inner.flatMap(closedObjects)];
}

describe('the schema of any design’s answers', () => {
  it.each(['openai', 'anthropic', 'gemini'] as const)('fits the subset of %s', (dialect) => {
    fc.assert(
      fc.property(arbitraryDesign, (design) => {
        const fields = taskFields(design, design.columns);
        const schema = lowerSchema(createAnswerSchema(fields).schema, dialect);
        const objects = closedObjects(schema ?? null);
        expect(objects.length).toBeGreaterThanOrEqual(2);
        for (const object of objects) {
          expect(object.additionalProperties).toBe(false);
          expect(refused.filter((word) => Object.hasOwn(object, word))).toEqual([]);
          expect(new Set(object.required as readonly string[])).toEqual(
            new Set(Object.keys(object.properties as JsonObject)),
          );
        }
      }),
    );
  });
});
