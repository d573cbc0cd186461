import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isJsonObject, type JsonArray, type JsonObject } from '#core/base/json.ts';
import { createAnswerSchema } from './answer-schema.ts';
import { lowerSchema, type SchemaDialect } from './lower-schema.ts';
import type { TaskField, TaskType } from './row-task.ts';

const types: readonly TaskType[] = [
  'text',
  'integer',
  'decimal',
  'boolean',
  'date',
  'datetime',
  'list',
  'object',
];

const { field: arbitraryField } = fc.letrec<{ field: TaskField }>((tie) => ({
  field: fc.record(
    {
      name: fc.string({ minLength: 1, maxLength: 12 }),
      description: fc.string({ maxLength: 20 }),
      type: fc.constantFrom(...types),
      values: fc.array(fc.string({ maxLength: 8 }), { maxLength: 4 }),
      range: fc.record({ low: fc.integer(), high: fc.integer() }),
      length: fc.constant({ unit: 'words' as const, low: 2, high: 5 }),
      unit: fc.constantFrom('in', 'USD'),
      isUnique: fc.boolean(),
      fields: fc.array(tie('field'), { maxLength: 3, depthIdentifier: 'field' }),
    },
    { requiredKeys: ['name', 'description', 'type'] },
  ),
}));

const arbitrarySchema = fc
  .array(arbitraryField, { minLength: 1, maxLength: 5 })
  .map((fields) => createAnswerSchema(fields).schema);

/** Every schema in a schema, with its depth; the root has depth 1. */
function nodesOf(schema: JsonObject, depth = 1): readonly (readonly [JsonObject, number])[] {
  const children = [
    ...(isJsonObject(schema.items) ? [schema.items] : []),
    ...(isJsonObject(schema.properties)
      ? Object.values(schema.properties).filter(isJsonObject)
      : []),
  ];
  return [[schema, depth], ...children.flatMap((child) => nodesOf(child, depth + 1))];
}

const known: Readonly<Record<SchemaDialect, readonly string[]>> = {
  openai: [
    'type',
    'description',
    'properties',
    'required',
    'additionalProperties',
    'items',
    'enum',
    'format',
  ],
  anthropic: [
    'type',
    'description',
    'properties',
    'required',
    'additionalProperties',
    'items',
    'enum',
    'format',
  ],
  gemini: [
    'type',
    'description',
    'properties',
    'required',
    'additionalProperties',
    'items',
    'enum',
    'format',
    'propertyOrdering',
  ],
  plain: [],
};

describe.each(['openai', 'anthropic', 'gemini'] as const)('the schema for %s', (dialect) => {
  it('keeps to the words it knows, closes its objects and requires all of their fields', () => {
    fc.assert(
      fc.property(arbitrarySchema, (schema) => {
        const lowered = lowerSchema(schema, dialect);
        expect(lowered?.type).toBe('object');
        for (const [node, depth] of nodesOf(lowered ?? {})) {
          expect(known[dialect]).toEqual(expect.arrayContaining(Object.keys(node)));
          expect(['object', 'array', 'string', 'integer', 'number', 'boolean']).toContain(
            node.type,
          );
          if (node.format !== undefined) expect(['date', 'date-time']).toContain(node.format);
          if (node.type === 'array') expect(isJsonObject(node.items)).toBe(true);
          if (node.type === 'array' || node.type === 'object')
            expect(depth).toBeLessThanOrEqual(10);
          if (node.enum !== undefined) {
            const values = node.enum as JsonArray;
            expect(values.length).toBeGreaterThan(0);
            expect(values.every((value) => typeof value !== 'object')).toBe(true);
          }
          if (node.type !== 'object') continue;
          expect(node.additionalProperties).toBe(false);
          expect([...(node.required as readonly string[])].sort()).toEqual(
            Object.keys(node.properties as JsonObject).sort(),
          );
        }
      }),
    );
  });
});

function fieldOf(change: Partial<TaskField>): TaskField {
  return { name: 'word', description: '', type: 'text', ...change };
}

function lowered(fields: readonly TaskField[], dialect: SchemaDialect = 'openai') {
  return lowerSchema(createAnswerSchema(fields).schema, dialect);
}

describe('lowerSchema', () => {
  it('says bounds in words', () => {
    const size = fieldOf({ type: 'integer', unit: 'in', range: { low: 32, high: 98 } });
    expect(JSON.stringify(lowered([size]))).toContain('"description":"in in, 32 to 98"');
  });

  it('writes what lies too deep as text that holds JSON', () => {
    const deep = (depth: number): TaskField =>
      depth === 0
        ? fieldOf({})
        : fieldOf({ name: `level ${depth}`, type: 'object', fields: [deep(depth - 1)] });
    const text = JSON.stringify(lowered([deep(20)]));
    expect(text).toContain('JSON text');
    expect(text.length).toBeLessThan(JSON.stringify(lowered([deep(20)], 'plain')).length);
  });

  it('leaves out lists of values beyond what the provider takes', () => {
    const values = Array.from({ length: 1_001 }, (_, index) => String(index));
    expect(JSON.stringify(lowered([fieldOf({ values })]))).not.toContain('enum');
    const few = fieldOf({ values: values.slice(0, 600) });
    const two = JSON.stringify(lowered([few, { ...few, name: 'other' }]));
    expect(two.match(/enum/g)).toHaveLength(1);
  });

  it('gives up a schema with more names than the provider takes', () => {
    const fields = Array.from({ length: 5_001 }, (_, index) => fieldOf({ name: `f${index}` }));
    expect(lowered(fields)).toBeUndefined();
    expect(lowered(fields, 'plain')).toBeDefined();
  });

  it('names the order of properties where the provider has none of its own', () => {
    expect(lowered([fieldOf({})], 'gemini')).toMatchObject({
      properties: { rows: { items: { propertyOrdering: ['row', 'word'] } } },
    });
  });
});
