import { describe, expect, it } from 'vitest';
import { restoreDesign } from '#core/design/restore.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { rowJsonSchema } from './rows-json-schema.ts';

function designOf(input: object): DatasetDesign {
  const result = restoreDesign({ version: 1, name: 'Sets', ...input });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.design;
}

describe('rowJsonSchema', () => {
  it('describes the exported columns', () => {
    const design = designOf({
      columns: [
        { name: 'type', fill: { kind: 'category', values: ['OLED', 'QLED'] }, nullRate: 0.1 },
        {
          name: 'price',
          type: 'decimal',
          unit: 'USD',
          description: 'Shop price.',
          fill: { kind: 'formula', expression: '1' },
        },
        { name: 'secret', drop: true, fill: 'uuid' },
        { name: 'made', fill: { kind: 'datetime', start: '2024', end: '2025' } },
        {
          name: 'reviews',
          type: 'list',
          fill: { kind: 'generated', call: 'c', fields: [{ name: 'stars', type: 'integer' }] },
        },
      ],
    });
    expect(rowJsonSchema(design)).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'Sets',
      type: 'object',
      properties: {
        type: { type: ['string', 'null'], enum: ['OLED', 'QLED', null] },
        price: { type: 'number', description: 'Shop price. Unit: USD.' },
        made: { type: 'string', format: 'date' },
        reviews: {
          type: 'array',
          items: {
            type: 'object',
            properties: { stars: { type: 'integer' } },
            required: ['stars'],
          },
        },
      },
      required: ['type', 'price', 'made', 'reviews'],
      additionalProperties: false,
    });
  });

  it('follows the chosen order of columns', () => {
    const design = designOf({
      columns: [
        { name: 'a', fill: 'uuid' },
        { name: 'b', fill: 'uuid' },
      ],
      output: { columns: ['b', 'a'] },
    });
    expect(rowJsonSchema(design).required).toEqual(['b', 'a']);
  });
});
