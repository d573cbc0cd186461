import { describe, expect, it } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import { columnSchema } from '#core/design/design-schema.ts';
import { deletedWords } from './deleted-words.ts';

const column = (id: string, expression: string) =>
  columnSchema.parse({ id, name: id, type: 'decimal', fill: { kind: 'formula', expression } });
const size = columnSchema.parse({ id: 'size', name: 'size', fill: { kind: 'sequence' } });

describe('deletedWords', () => {
  it('names who read the column', () => {
    const design = createDesign({ columns: [size, column('price', 'size * 2')] });
    expect(deletedWords(design, size)).toBe('Column size deleted; price reads it');
  });

  it('counts those beyond the first three', () => {
    const readers = ['a', 'b', 'c', 'd', 'e'].map((id) => column(id, 'size + 1'));
    const design = createDesign({ columns: [size, ...readers] });
    expect(deletedWords(design, size)).toBe('Column size deleted; a, b, c and 2 more read it');
  });

  it('says no more where nobody did', () => {
    expect(deletedWords(createDesign({ columns: [size] }), size)).toBe('Column size deleted');
  });
});
