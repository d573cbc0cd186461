import { describe, expect, it } from 'vitest';
import type { GridColumn } from '#ui/grid/grid-column.ts';
import { cardHeight, cardParts } from './card-parts.ts';

const column = (name: string, more: Partial<GridColumn> = {}): GridColumn => ({
  key: name,
  name,
  align: 'left',
  ...more,
});

const table = [
  column('type'),
  column('size', { align: 'right' }),
  column('price', { align: 'right' }),
  column('label', { fillKind: 'template' }),
  column('model', { strong: true }),
  column('description', { grows: true }),
];

describe('cardParts', () => {
  it('puts key and last number first, facts second, the long text third', () => {
    const parts = cardParts(table);
    expect(parts?.title.name).toBe('model');
    expect(parts?.figure?.name).toBe('price');
    expect(parts?.facts.map(({ name }) => name)).toEqual(['type', 'size']);
    expect(parts?.text?.name).toBe('description');
  });

  it('makes a card of a single column, of numbers alone, and none of nothing', () => {
    expect(cardParts([column('name', { grows: true })])).toMatchObject({
      title: { name: 'name' },
      text: undefined,
      facts: [],
    });
    expect(cardParts([column('a', { align: 'right', grows: true })])?.title.name).toBe('a');
    expect(cardParts([])).toBeUndefined();
  });
});

describe('cardHeight', () => {
  it('is less where there is less to show', () => {
    const whole = cardParts(table);
    const bare = cardParts([column('name')]);
    if (whole === undefined || bare === undefined) throw new Error('Both have columns.');
    expect(cardHeight(bare)).toBeLessThan(cardHeight(whole));
  });
});
