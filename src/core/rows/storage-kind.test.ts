import { describe, expect, it } from 'vitest';
import { columnSchema } from '#core/design/design-schema.ts';
import { storageKind, storeColumns } from './storage-kind.ts';

function kindOf(fill: object, type = 'text'): string {
  return storageKind(columnSchema.parse({ id: 'x', name: 'x', type, fill }));
}

describe('storageKind', () => {
  it.for([
    ['integer', 'number'],
    ['decimal', 'number'],
    ['text', 'text'],
    ['date', 'text'],
    ['datetime', 'text'],
    ['boolean', 'json'],
    ['list', 'json'],
    ['object', 'json'],
  ] as const)('of a generated column of type %s is %s', ([type, storage]) => {
    expect(kindOf({ kind: 'generated', call: 'c' }, type)).toBe(storage);
  });

  it.for([
    [['a', 'b'], 'text'],
    [[1, 2.5], 'number'],
    [[true, 'b'], 'coded'],
  ] as const)('of a table of %j is %s, whatever the column is declared as', ([values, storage]) => {
    const table = values.map((value) => ({ value }));
    expect(kindOf({ kind: 'category', values: table })).toBe(storage);
    expect(kindOf({ kind: 'subcategory', category: 'p', values: { a: table } })).toBe(storage);
  });

  it('of a sequence is text once it has a prefix', () => {
    expect(kindOf({ kind: 'sequence' })).toBe('number');
    expect(kindOf({ kind: 'sequence', prefix: 'A' })).toBe('text');
  });
});

describe('storeColumns', () => {
  it.for([
    ['integer', { kind: 'generated', call: 'c' }, 0],
    ['decimal', { kind: 'generated', call: 'c' }, undefined],
    ['decimal', { kind: 'number', distribution: { kind: 'integer', low: 0, high: 9 } }, 0],
    [
      'decimal',
      { kind: 'number', distribution: { kind: 'uniform', low: 0, high: 9 }, decimalPlaces: 2 },
      2,
    ],
  ] as const)('a %s column filled with %j says its decimal places', ([type, fill, places]) => {
    const column = columnSchema.parse({ id: 'x', name: 'x', type, fill });
    expect(storeColumns([column])[0]?.decimalPlaces).toBe(places);
  });
});
